namespace Klapphaus.Desktop.Members;

/// <summary>How the way by the system's browser ended.</summary>
/// <param name="Code">Of the house, to redeem; null when it refused.</param>
/// <param name="Error">Why it refused.</param>
sealed record LoopbackResult(string? Code, ErrorCode Error = ErrorCode.None);
