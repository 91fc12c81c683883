using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Window;

/// <summary>What the window's browser finds in its profile at the very first start. Later it keeps there what somebody has chosen.</summary>
static class FirstPreferences
{
    /// <summary>A page in German within a browser in English would be offered for translation, which is done by a third party.</summary>
    static ReadOnlySpan<byte> All => """{"translate":{"enabled":false}}"""u8;

    public static void Ensure(string profile)
    {
        var path = Path.Combine(profile, "Default", "Preferences");
        if (!File.Exists(path)) OwnerOnly.Write(path, All);
    }
}
