namespace Klapphaus.Server.Files;

/// <summary>The right to work at an upload, until it is given back.</summary>
sealed class UploadTurn(Action giveBack) : IDisposable
{
    readonly CancellationTokenSource ended = new();
    readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody else wants to go on: what has come is kept, and nothing more is waited for.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>It has been given back.</summary>
    public Task Over => over.Task;

    public void End() => ended.Cancel();

    public void Dispose()
    {
        giveBack();
        over.TrySetResult();
    }
}
