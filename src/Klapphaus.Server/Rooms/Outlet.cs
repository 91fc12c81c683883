using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Rooms;

/// <summary>
/// The way out to one client. While an earlier message is still on its way into the network nothing is queued behind it: the sender is told, skips,
/// and brings the newest state when <see cref="Free"/> says so. So a client that does not read costs one message, not a queue.
/// </summary>
sealed class Outlet(HubConnectionContext connection)
{
    readonly ShortWay? shortWay = connection.Protocol.TransferFormat == TransferFormat.Binary ? ShortWay.Of(connection.GetHttpContext()) : null;
    int underWay;

    /// <summary>Raised on a pool thread when what was held up has gone out.</summary>
    public event Action? Free;

    public string ConnectionId => connection.ConnectionId;

    /// <summary>Rooms are shown past SignalR's pipes.</summary>
    public bool IsShort => shortWay is not null;

    /// <summary>An earlier message has not gone out yet.</summary>
    public bool IsBusy => Volatile.Read(ref underWay) != 0;

    /// <summary>Sends through the connection, in order with the answers to the client's calls, unless the client is still busy with an earlier message.</summary>
    public bool TrySend(SerializedHubMessage message) => !IsBusy && Send(connection.WriteAsync(message));

    /// <summary>
    /// Shows what is to be seen in a room, by the short way where there is one: in order with all that is shown, not with what is sent. False when the
    /// client is still busy with an earlier message.
    /// </summary>
    public bool TryShow(SerializedHubMessage message)
    {
        if (shortWay is null) return TrySend(message);
        return !IsBusy && Send(shortWay.WriteAsync(message.GetSerializedMessage(connection.Protocol)));
    }

    /// <summary>Sends one message as soon as the client reads again: for the last word to who is no longer looked after by a room.</summary>
    public void SendWhenFree(SerializedHubMessage message)
    {
        Free += Once;
        if (!IsBusy) Once(); // it has become free meanwhile

        void Once()
        {
            Free -= Once;
            TrySend(message);
        }
    }

    /// <summary>Ends the connection at once.</summary>
    public void Abort() => connection.Abort();

    bool Send(ValueTask sending)
    {
        if (sending.IsCompletedSuccessfully)
        {
            sending.GetAwaiter().GetResult();
            return true;
        }
        Interlocked.Increment(ref underWay); // two senders may have met here; both count
        _ = FinishAsync(sending);
        return true;
    }

    async Task FinishAsync(ValueTask sending)
    {
        try
        {
            await sending;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or WebSocketException or InvalidOperationException)
        {
            return; // the connection is gone, and with it everything that wanted to send
        }
        if (Interlocked.Decrement(ref underWay) == 0) Free?.Invoke();
    }
}
