namespace Klapphaus.Server.Files;

/// <summary>What may be uploaded, told before anybody tries.</summary>
sealed record FileLimitsView
{
    /// <summary>Of one file.</summary>
    public required long MaxBytes { get; init; }

    /// <summary>Of all files of a stand.</summary>
    public required long MaxBytesPerStand { get; init; }

    /// <summary>How many files a stand may have.</summary>
    public required int MaxFilesPerStand { get; init; }

    /// <summary>What the files of the stand that was named have already; null when none was, or to who may not put files there.</summary>
    public required long? UsedBytes { get; init; }

    /// <summary>How long an upload may take, with all its breaks.</summary>
    public required int UploadHours { get; init; }

    public required FileKindView[] Kinds { get; init; }

    /// <summary>In which widths pictures can be had smaller.</summary>
    public required int[] PreviewWidths { get; init; }
}
