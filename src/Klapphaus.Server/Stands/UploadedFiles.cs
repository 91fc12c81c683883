using Klapphaus.Server.Files;
using Klapphaus.World.Files;

namespace Klapphaus.Server.Stands;

/// <summary>Files of stands where the house keeps all that was uploaded.</summary>
sealed class UploadedFiles(FileBook book, IFileStore store) : IStandFiles
{
    public async Task<StandFile?> OpenAsync(string stand, string file, int? width, CancellationToken cancellation)
    {
        if (await book.FindAsync(file) is not { Kind: { } kind } found || found.Stand != stand) return null;
        if (await store.OpenAsync(width is { } asked ? FileId.OfPreview(file, asked) : file, cancellation) is not { } content) return null;
        return new(content, kind.Endings()[0], width is null ? kind.MediaType() : Previews.MediaType);
    }
}
