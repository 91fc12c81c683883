using Klapphaus.Contracts;
using Klapphaus.Grains.Conversations;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.Media;

/// <summary>
/// Gives this process's clients their seats at the media server, as their conversations say and only as long: what a feed says of a room holds at once,
/// whatever a browser does. Does nothing where there is no media server.
/// </summary>
sealed class MediaDesk(TimeProvider time, ILogger<MediaDesk> log, IMediaRouter? router = null)
{
    readonly Lock gate = new();
    readonly Dictionary<string, (string Room, MediaSeat Seat)> seats = [];

    /// <summary>There is a media server.</summary>
    public bool IsThere => router is not null;

    /// <summary>Those of this process's clients in a room who are in a conversation, and how that is; nobody else of that room has a seat.</summary>
    public void Follow(string room, IReadOnlyCollection<(Viewer Viewer, ConversationState Conversation)> guests, Action<Viewer, string> tell)
    {
        if (router is null) return;
        lock (gate)
        {
            var wanted = guests.ToDictionary(g => g.Viewer.Outlet.ConnectionId);
            foreach (var (connection, (where, seat)) in seats.ToArray())
            {
                if (where != room) continue;
                if (wanted.TryGetValue(connection, out var guest) && guest.Conversation.Id == seat.Conversation && seat.TryFollow(guest.Conversation))
                {
                    wanted.Remove(connection);
                    continue;
                }
                seats.Remove(connection);
                seat.Close();
            }
            foreach (var (connection, (viewer, conversation)) in wanted.Where(w => w.Value.Conversation.Routed))
                seats[connection] = (room, new(router, $"{room}/{conversation.Id}", viewer.Member, conversation, signal => tell(viewer, signal), time, log));
        }
    }

    /// <summary>What a browser says to the media server. Who has no seat is not in a conversation that needs it.</summary>
    public ErrorCode Hear(string connection, string signal)
    {
        if (signal.Length > Protocol.MaxRouterSignal || RouterSignal.Read(signal) is not { } heard) return ErrorCode.Malformed;
        lock (gate)
        {
            if (!seats.TryGetValue(connection, out var taken)) return ErrorCode.NotInConversation;
            taken.Seat.Hear(heard);
            return ErrorCode.None;
        }
    }
}
