namespace Klapphaus.Server.Files;

/// <summary>Settings of the section <c>Klapphaus:Files</c>: where files are kept, and how much of them.</summary>
sealed class FilesOptions
{
    /// <summary>Larger ones would not fit into one request to S3, nor into anybody's patience.</summary>
    public const long LargestFile = 4L * 1024 * 1024 * 1024;

    /// <summary>How long an upload may take, with all its breaks.</summary>
    public static TimeSpan UploadTime { get; } = TimeSpan.FromHours(24);

    /// <summary>Folder of the files, which all processes of the house share; <c>files</c> in the data folder when empty. With S3 only uploads that are not finished are there.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Of one file.</summary>
    public long MaxBytes { get; set; } = 100L * 1024 * 1024;

    /// <summary>Of all files of one stand.</summary>
    public long MaxBytesPerStand { get; set; } = 1024L * 1024 * 1024;

    /// <summary>So much room uploads leave on the disk for all else that the house has to write.</summary>
    public long KeepFreeBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Where the S3-compatible storage is (<c>https://s3.example</c>), for a house on several machines; empty for the folder.</summary>
    public string S3Url { get; set; } = "";

    public string S3Bucket { get; set; } = "";

    public string S3AccessKey { get; set; } = "";

    public string S3SecretKey { get; set; } = "";

    /// <summary>Named in signatures; storage of one's own takes any.</summary>
    public string S3Region { get; set; } = "us-east-1";

    public bool HasS3 => S3Url.Length > 0;
}
