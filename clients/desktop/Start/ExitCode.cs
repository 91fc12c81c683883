namespace Klapphaus.Desktop.Start;

/// <summary>How this program ends, for whoever calls it from a script.</summary>
static class ExitCode
{
    public const int Done = 0;

    /// <summary>It could not be done; what was said tells why.</summary>
    public const int Failed = 1;

    /// <summary>The command line, or a link in it, cannot be read.</summary>
    public const int Unreadable = 2;

    /// <summary>Nobody is signed in.</summary>
    public const int SignedOut = 3;

    /// <summary>The program does not run.</summary>
    public const int NotRunning = 4;
}
