namespace Klapphaus.Desktop.Settings;

/// <summary>Settings as they were found.</summary>
/// <param name="Settings">Those that count.</param>
/// <param name="SetAside">Where a file is now that could not be understood; null when all was well.</param>
/// <param name="IsHeld">The file is there, and somebody else has it, or does not let this user read it: what stands in it is not known, and must not be written over.</param>
sealed record SettingsReading(DesktopSettings Settings, string? SetAside = null, bool IsHeld = false);
