using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>Waiting before a room, for a place or for a moderator who lets one in; when there is a place, one goes in.</summary>
sealed class RoomWait : IAsyncDisposable
{
    /// <summary>The queue moves on, and a machine may have lost it.</summary>
    static readonly TimeSpan askAgain = TimeSpan.FromSeconds(20);

    readonly HouseConnection connection;
    readonly TextHouse house;
    readonly Func<RoomSummary, Task> enter;
    readonly TimeProvider time;
    readonly Lock gate = new();
    RoomSummary? waitsFor, offered;
    CancellationTokenSource? asking;
    Task asked = Task.CompletedTask;

    /// <param name="connection">By which one waits.</param>
    /// <param name="house">What happens is told there.</param>
    /// <param name="enter">Goes into a room in which there is a place.</param>
    /// <param name="time">The clock.</param>
    public RoomWait(HouseConnection connection, TextHouse house, Func<RoomSummary, Task> enter, TimeProvider time)
    {
        (this.connection, this.house, this.enter, this.time) = (connection, house, enter, time);
        connection.PlaceFree += Hear;
    }

    /// <summary>Where a room is full, or moderators let people in, one may wait: adds that to what came of going there, and keeps the room until <see cref="TakeOffer"/>.</summary>
    public Answer Offer(RoomSummary room, Answer answer)
    {
        if (answer.Error is not (ErrorCode.RoomFull or ErrorCode.RoomWaiting))
            return answer;
        lock (gate)
            offered = room;
        return answer with { Lines = [.. answer.Lines, house.Words.Say(answer.Error == ErrorCode.RoomFull ? "text.waitForPlace" : "text.askToComeIn")] };
    }

    /// <summary>The room for which one may wait, as long as that was neither taken nor left; null for none.</summary>
    public RoomSummary? Offered { get { lock (gate) return offered; } }

    /// <summary>The room for which one may wait, once; null for none.</summary>
    public RoomSummary? TakeOffer()
    {
        lock (gate)
        {
            var room = offered;
            offered = null;
            return room;
        }
    }

    public async Task<Answer> BeginAsync(RoomSummary room)
    {
        await EndAsync();
        var reply = await connection.WaitAsync(room.Id);
        if (reply is not { Granted: true, Value: { } place })
            return Answer.Refused(house.Words, reply.Error);
        var end = new CancellationTokenSource();
        lock (gate)
        {
            (waitsFor, asking) = (room, end);
            asked = AskAgainAsync(room, end);
        }
        return Answer.Yes(house.Words.Say(place.Asks ? "full.asking" : "full.waiting", ("room", house.Words.Named(room.Names)), ("count", place.Ahead)));
    }

    /// <summary>No longer wants to, or is inside.</summary>
    public async Task EndAsync()
    {
        bool waited;
        lock (gate)
        {
            waited = waitsFor is not null;
            waitsFor = null;
            asking?.Cancel();
            asking = null;
        }
        await asked;
        if (waited)
            await connection.StopWaitingAsync();
    }

    public async ValueTask DisposeAsync()
    {
        connection.PlaceFree -= Hear;
        await EndAsync();
    }

    void Hear(PlaceFreeEvent news)
    {
        RoomSummary? room;
        lock (gate)
        {
            // One may have gone elsewhere meanwhile; nobody is fetched away from there.
            if (waitsFor?.Id != news.Room)
                return;
            room = waitsFor;
            waitsFor = null;
            asking?.Cancel();
            asking = null;
        }
        var name = house.Words.Named(room!.Names);
        house.News.Tell(NewsKind.Call, house.Words.Say(news.TurnedAway ? "full.turnedAway" : "full.placeFree", ("room", name)));
        if (!news.TurnedAway)
            _ = enter(room);
    }

    async Task AskAgainAsync(RoomSummary room, CancellationTokenSource end)
    {
        using (end)
        {
            while (true)
            {
                try
                {
                    await Task.Delay(askAgain, time, end.Token);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                await connection.WaitAsync(room.Id);
            }
        }
    }
}
