namespace Klapphaus.Server.Files;

/// <summary>Makes previews, of one picture at a time: an unpacked photo takes up to 100 MB.</summary>
sealed class PreviewMaker : IDisposable
{
    readonly SemaphoreSlim turn = new(1);

    public async Task<(IReadOnlyList<Preview> Previews, ErrorCode Error)> MakeAsync(string path)
    {
        await turn.WaitAsync();
        try
        {
            return await Task.Run(() => Previews.Make(path));
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
