using Klapphaus.Server.Start;

namespace Klapphaus.Server.Files;

/// <summary>How many files were found where they belong, and how many were not.</summary>
readonly record struct FileCount(int There, int Missing)
{
    /// <summary>As a backup or a restore says it, at the end of what else it says.</summary>
    public string Words() => this == default ? "" : OperatorWords.Of($"; {There} Dateien von Ständen", $"; {There} files of stands")
        + (Missing == 0 ? "" : OperatorWords.Of($", {Missing} FEHLEN oder sind beschädigt", $", {Missing} are MISSING or damaged"));
}
