using Klapphaus.Server.Stands;
using Klapphaus.Server.Start;
using Klapphaus.Server.Store;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klapphaus.Server.Files;

/// <summary>What files need.</summary>
static class FileServices
{
    const string Uploads = "uploads";

    /// <exception cref="StartFault">There cannot be files where they are to be.</exception>
    public static void AddFiles(this IServiceCollection services, HouseOptions options)
    {
        var (folder, files) = (options.FilesFolder, options.Files);
        var uploads = Path.Combine(folder, Uploads);
        Prepare(uploads);
        services.AddSingleton(files);
        services.AddSingleton(_ => StoreOf(options));
        services.AddSingleton(new UploadSpool(uploads, files.KeepFreeBytes));
        services.AddSingleton<UploadTurns>().AddSingleton<UploadFinish>().AddSingleton<UploadDesk>();
        services.AddSingleton<FileBook>().AddSingleton<FileRemoval>().AddSingleton<PreviewMaker>();
        services.AddSingleton<FileSweep>().AddHostedService(s => s.GetRequiredService<FileSweep>());
        services.TryAddSingleton<IFileGate>(s => s.GetRequiredService<StandFiles>());
    }

    /// <summary>Where the contents of files are.</summary>
    public static IFileStore StoreOf(HouseOptions options) => options.Files.HasS3 ? new S3FileStore(options.Files) : new FolderFileStore(options.FilesFolder);

    /// <summary>For the house alone, as its data folder.</summary>
    static void Prepare(string folder)
    {
        try
        {
            Private.CreateFolder(folder);
            File.WriteAllBytes(Path.Combine(folder, ".writable"), []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFault(OperatorWords.Of(
                $"In {folder} können keine Dateien abgelegt werden ({e.Message}). Ist der Ordner beschreibbar? Klapphaus:Files:Folder nennt einen anderen.",
                $"No files can be put into {folder} ({e.Message}). Can it be written to? Klapphaus:Files:Folder names another."), e);
        }
    }
}
