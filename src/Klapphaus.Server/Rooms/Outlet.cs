using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// The way out to one client. While an earlier message is still on its way into the network nothing is queued behind it: the sender is told, skips,
/// and brings the newest state when <see cref="Free"/> says so. So a client that does not read costs one message, not a queue.
/// </summary>
sealed class Outlet(HubConnectionContext connection)
{
    int underWay;

    /// <summary>Raised on a pool thread when what was held up has gone out.</summary>
    public event Action? Free;

    public string ConnectionId => connection.ConnectionId;

    /// <summary>An earlier message has not gone out yet.</summary>
    public bool IsBusy => Volatile.Read(ref underWay) != 0;

    /// <summary>Sends unless the client is still busy with an earlier message.</summary>
    public bool TrySend(SerializedHubMessage message)
    {
        if (IsBusy) return false;
        var sending = connection.WriteAsync(message);
        if (sending.IsCompletedSuccessfully)
        {
            sending.GetAwaiter().GetResult();
            return true;
        }
        Interlocked.Increment(ref underWay); // two senders may have met here; both count
        _ = FinishAsync(sending);
        return true;
    }

    /// <summary>Ends the connection at once.</summary>
    public void Abort() => connection.Abort();

    async Task FinishAsync(ValueTask sending)
    {
        try
        {
            await sending;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            return; // the connection is gone, and with it everything that wanted to send
        }
        if (Interlocked.Decrement(ref underWay) == 0) Free?.Invoke();
    }
}
