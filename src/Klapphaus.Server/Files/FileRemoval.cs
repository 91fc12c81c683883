namespace Klapphaus.Server.Files;

/// <summary>Takes a file out of the house, with its smaller pictures and the room that it took.</summary>
sealed class FileRemoval(IFileStore store, FileBook book)
{
    public async Task RemoveAsync(FileRecord file)
    {
        // first of all it is not to be found any more
        await book.RemoveAsync(file);
        await store.DeleteAsync(file.Id, CancellationToken.None);
        foreach (var width in Previews.Widths) await store.DeleteAsync(FileId.OfPreview(file.Id, width), CancellationToken.None);
    }
}
