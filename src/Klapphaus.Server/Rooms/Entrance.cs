using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.House;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Stands;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Rooms;

/// <summary>Brings connections into rooms and out of them: the avatar's grain decides, the feeds follow.</summary>
sealed class Entrance
{
    readonly IGrainFactory grains;
    readonly RoomFeeds feeds;
    readonly Visitors visitors;
    readonly IHubContext<HouseHub> house;
    readonly StandReception reception;

    public Entrance(IGrainFactory grains, RoomFeeds feeds, Visitors visitors, IHubContext<HouseHub> house, StandReception reception)
    {
        (this.grains, this.feeds, this.visitors, this.house, this.reception) = (grains, feeds, visitors, house, reception);
        feeds.SentAway = (viewer, code, ban) => visitors.SendAway(viewer.Outlet.ConnectionId, code, ban);
    }

    public async Task<EnterResult> EnterAsync(Visitor visitor, EnterRequest request)
    {
        var room = GrainKey.Of(request.Room);
        // a stand is asked only by who says that they go to one: nobody else waits for it
        var area = request is { Stand: { } stand, Through: null } ? await reception.FindPlaceAsync(visitor, stand, room) : null;
        var entry = await AskAsync(visitor, room, request.Through, request.StoodAt, area);
        if (entry.Error != ErrorCode.None) return Refusal(entry);

        await StopWaitingAsync(visitor);
        if (visitor.Stay is { } before && before.Room != entry.Room) reception.LeaveRoom(visitor);
        StepOut(visitor);
        if (await TryStepInAsync(visitor, entry)) return new() { Room = entry.Room };
        entry = await AskAsync(visitor, entry.Room, null, request.StoodAt, area);
        if (entry.Error != ErrorCode.None) return Refusal(entry);
        return await TryStepInAsync(visitor, entry) ? new() { Room = entry.Room } : new() { Error = (int)ErrorCode.Unavailable };
    }

    static EnterResult Refusal(AvatarEntry entry) =>
        new() { Error = (int)entry.Error, Room = entry.Room, Reason = entry.Ban?.Reason ?? entry.Notice, Until = Bans.End(entry.Ban) };

    Task<AvatarEntry> AskAsync(Visitor visitor, string? room, string? through, int[]? stoodAt, string? area) => Avatar(visitor).Enter(new()
    {
        Room = room,
        Through = through,
        StoodAt = Position(stoodAt),
        Name = visitor.Caller.Name,
        Affiliation = visitor.Caller.Affiliation,
        Role = visitor.Caller.Role,
        Feed = feeds.Id,
        Connection = visitor.ConnectionId,
        Session = visitor.Caller.Session,
        Rooms = visitor.Caller.Rooms,
        Verified = visitor.Caller.Verified,
        Area = area,
    });

    public async Task LeaveAsync(Visitor visitor)
    {
        reception.LeaveHouse(visitor);
        StepOut(visitor);
        await Avatar(visitor).Leave(visitor.ConnectionId);
    }

    public async Task LoseAsync(Visitor visitor)
    {
        if (visitor.IsBackground) return; // no room has it, and its avatar has never heard of it
        await StopWaitingAsync(visitor);
        StepOut(visitor);
        await Avatar(visitor).Lose(visitor.ConnectionId);
    }

    public async Task<WaitResult> WaitAsync(Visitor visitor, string asked)
    {
        if (GrainKey.Of(asked) is not { } room) return new() { Error = (int)ErrorCode.RoomUnknown };
        if (visitor.Caller.Rooms is { Length: > 0 } open && !open.Contains(room)) return new() { Error = (int)ErrorCode.RoomNotAllowed };
        if (visitor.WaitsFor != room) // who asks again keeps the place in the queue
        {
            await StopWaitingAsync(visitor);
            if (await feeds.OpenAsync(room) is not { } feed) return new() { Error = (int)ErrorCode.RoomUnknown };
            visitor.WaitsFor = room;
            feed.AddWaiting(visitor.Caller.Id, visitor.Outlet);
        }
        var answer = await grains.GetGrain<IRoomGrain>(room).Wait(new()
        {
            Member = visitor.Caller.Id,
            Name = visitor.Caller.Name,
            Affiliation = visitor.Caller.Affiliation,
            Role = visitor.Caller.Role,
            Verified = visitor.Caller.Verified,
            Connection = visitor.ConnectionId,
            Feed = feeds.Id,
        });
        return new() { Error = (int)answer.Error, Ahead = answer.Ahead, Asks = answer.Asks };
    }

    public async Task StopWaitingAsync(Visitor visitor)
    {
        if (visitor.WaitsFor is not { } room) return;
        visitor.WaitsFor = null;
        feeds.Find(room)?.RemoveWaiting(visitor.Caller.Id, visitor.Outlet);
        feeds.Release(room);
        await grains.GetGrain<IRoomGrain>(room).StopWaiting(visitor.Caller.Id, visitor.ConnectionId);
    }

    /// <summary>The member has come in by another connection: the one before is told, on whichever process it is.</summary>
    public Task TakeOverAsync(string connectionId)
    {
        if (visitors.Find(connectionId) is not { } before)
            return house.Clients.Client(connectionId).SendAsync(nameof(IHouseClient.SentAway), Tellings.Farewell(DisconnectCode.TakenOver));
        if (before.Stay is { } stay) stay.Feed.Remove(stay.Viewer); // a last step that still waits would be taken for one by the new connection
        visitors.SendAway(connectionId, DisconnectCode.TakenOver);
        return Task.CompletedTask;
    }

    /// <summary>False when the room that let the visitor in is not the one that is there now: who asks again comes into that one.</summary>
    async Task<bool> TryStepInAsync(Visitor visitor, AvatarEntry entry)
    {
        var room = entry.Room!;
        var feed = await feeds.OpenAsync(room) ?? throw new InvalidOperationException($"Room {room} let a member in and is not there.");
        await feeds.CatchUpAsync(room, entry.Activation);
        var viewer = new Viewer(visitor.Outlet, visitor.Caller.Id, entry.Person!.Handle, entry.Person.Arrival);
        visitor.Stay = new(room, feed, viewer);
        if (feed.TryAdd(viewer, entry.Person, entry.State, entry.Activation, entry.News)) return true;
        StepOut(visitor);
        return false;
    }

    void StepOut(Visitor visitor)
    {
        if (visitor.Stay is not { } stay) return;
        visitor.Stay = null;
        stay.Feed.Remove(stay.Viewer);
        feeds.Release(stay.Room);
    }

    IAvatarGrain Avatar(Visitor visitor) => grains.GetGrain<IAvatarGrain>(visitor.Caller.Id);

    static uint? Position(int[]? stoodAt) =>
        stoodAt is [var x, var y] && (uint)x <= AvatarState.MaxPosition && (uint)y <= AvatarState.MaxPosition ? AvatarState.Pack(x, y, Protocol.Standing) : null;
}
