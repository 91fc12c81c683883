using Klapphaus.Server.Files;

namespace Klapphaus.Server.Start;

/// <summary>Where the files of stands are kept, and how much of them: the section <c>Klapphaus:Files</c>.</summary>
sealed partial class HouseOptions
{
    public FilesOptions Files { get; set; } = new();

    /// <summary>Where they are kept; with S3 those that are on their way.</summary>
    public string FilesFolder => Files.Folder.Length > 0 ? Files.Folder : Path.Combine(DataPath, "files");

    void CheckFiles()
    {
        if (Files.MaxBytes is < 1 or > FilesOptions.LargestFile)
            throw Fault($"Klapphaus:Files:MaxBytes={Files.MaxBytes}", $"1 bis {FilesOptions.LargestFile}", $"1 to {FilesOptions.LargestFile}");
        if (Files.MaxBytesPerStand < Files.MaxBytes)
            throw Fault($"Klapphaus:Files:MaxBytesPerStand={Files.MaxBytesPerStand}", $"eine Zahl ab MaxBytes ({Files.MaxBytes})", $"a number from MaxBytes ({Files.MaxBytes})");
        if (Files.KeepFreeBytes < 0) throw Fault($"Klapphaus:Files:KeepFreeBytes={Files.KeepFreeBytes}", "eine Zahl ab 0", "a number from 0");
        if (!Files.HasS3)
        {
            if (Files.S3Bucket.Length > 0) throw Fault("Klapphaus:Files:S3Url=", "die Adresse des Speichers (S3Bucket ist gesetzt)", "the storage's address (S3Bucket is set)");
            return;
        }
        if (!(Uri.TryCreate(Files.S3Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"))
            throw Fault($"Klapphaus:Files:S3Url={Files.S3Url}", "eine Adresse wie https://s3.example", "an address such as https://s3.example");
        if (Files.S3Bucket.Length == 0) throw Fault("Klapphaus:Files:S3Bucket=", "der Name des Buckets", "the name of the bucket");
        if (Files.S3AccessKey.Length == 0 || Files.S3SecretKey.Length == 0)
            throw Fault("Klapphaus:Files:S3AccessKey=, S3SecretKey=", "die beiden Schlüssel des Speichers", "the two keys of the storage");
    }
}
