namespace Klapphaus.Server.Files;

/// <summary>
/// One at a time works at an upload, and the newest has the right of way: whoever comes again after a line was cut finds the old request still waiting for bytes
/// that will never come.
/// </summary>
sealed class UploadTurns(TimeProvider time)
{
    /// <summary>For as long as it takes to look through what has come, and to draw some pictures.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(10);

    readonly Lock gate = new();
    readonly Dictionary<string, UploadTurn> taken = [];

    /// <summary>Null when whoever has it does not give it back in time.</summary>
    public async Task<UploadTurn?> TakeAsync(string id)
    {
        while (true)
        {
            UploadTurn? other;
            lock (gate)
                if (!taken.TryGetValue(id, out other)) return taken[id] = new(() => GiveBack(id));
            other.End();
            try
            {
                await other.Over.WaitAsync(patience, time);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }
    }

    void GiveBack(string id)
    {
        lock (gate) taken.Remove(id);
    }
}
