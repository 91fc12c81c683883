using Klapphaus.Grains.Moderation;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;
using Klapphaus.World.Rooms;

namespace Klapphaus.Grains.Rooms;

/// <summary>Who waits outside: for a place in a full room, or for a moderator who lets people in one by one.</summary>
sealed partial class RoomGrain
{
    /// <summary>By which connection each member waits, and at which feed.</summary>
    readonly Dictionary<string, (string Connection, string Feed)> waitsBy = [];

    public Task<WaitAnswer> Wait(RoomWait request)
    {
        if (room is null) return Task.FromResult(new WaitAnswer { Error = ErrorCode.RoomUnknown });
        var refusal = Refuse(request.Member, request.Role);
        if (refusal is { Error: not ErrorCode.RoomWaiting }) return Task.FromResult(new WaitAnswer { Error = refusal.Error });
        waitsBy[request.Member] = (request.Connection, request.Feed);
        StartCare();
        if (refusal is not null) return Task.FromResult(Ask(request));
        var ahead = room.Line.Join(request.Member);
        ServeLine();
        return Task.FromResult(new WaitAnswer { Ahead = ahead });
    }

    public Task StopWaiting(string member, string connection)
    {
        // a second tab may wait in place of the first, whose end is heard of later
        if (waitsBy.TryGetValue(member, out var by) && by.Connection == connection) DropWaiting(member);
        return Task.CompletedTask;
    }

    public async Task<ErrorCode> Admit(Moderator by, string member, bool admitted)
    {
        if (!Authority.MayModerate(Roles.Of(by.Role))) return ErrorCode.ModeratorsOnly;
        if (room is null) return ErrorCode.RoomUnknown;
        if (room.Doorkeeper.WaitingRoom.Find(member) is not { } asking) return ErrorCode.PersonUnknown;
        if (admitted)
        {
            var welcome = LetIn(asking);
            await KeepLetInAsync();
            return welcome;
        }
        TurnAway(asking);
        return await KeepAsync(Entry(by, Deed.TurnedAway) with { Of = member, OfName = asking.Name });
    }

    public async Task<ErrorCode> AdmitAll(Moderator by)
    {
        if (!Authority.MayModerate(Roles.Of(by.Role))) return ErrorCode.ModeratorsOnly;
        if (room is null) return ErrorCode.RoomUnknown;
        foreach (var asking in room.Doorkeeper.WaitingRoom.All.ToList()) LetIn(asking);
        await KeepLetInAsync();
        return ErrorCode.None;
    }

    WaitAnswer Ask(RoomWait request)
    {
        var waiting = room!.Doorkeeper.WaitingRoom;
        var now = time.GetUtcNow();
        if (!waiting.Ask(new(request.Member, request.Name, request.Affiliation, Roles.Of(request.Role), request.Verified, now)))
            return new() { Error = ErrorCode.WaitingRoomFull };
        if (waiting.IsNews(request.Member, now))
            foreach (var avatar in room.Avatars) TellWhoWaits(avatar, request.Name);
        return new() { Asks = true };
    }

    /// <summary>A moderator who comes in hears whether anybody waits.</summary>
    Notice? WhoWaits(Avatar avatar) => room!.Doorkeeper.WaitingRoom.All is [var first, ..] ? WhoWaits(avatar, first.Name) : null;

    static Notice? WhoWaits(Avatar avatar, string name) =>
        Authority.MayModerate(avatar.Role) ? new() { Kind = NoticeKind.SomebodyWaits, Handle = avatar.Handle, Reason = name } : null;

    void TellWhoWaits(Avatar avatar, string name)
    {
        if (WhoWaits(avatar, name) is not { } notice) return;
        changes.Notify(notice);
        Arm();
    }

    /// <summary>May come in from now on, if nothing else stands against it; the room may be full, and then it waits for a place like everybody.</summary>
    ErrorCode LetIn(Asking asking)
    {
        room!.Doorkeeper.WaitingRoom.Admit(asking.Member);
        if (Refuse(asking.Member, Roles.Name(asking.Role)) is { } refusal)
        {
            TurnAway(asking);
            return refusal.Error;
        }
        room.Line.Join(asking.Member);
        ServeLine();
        return ErrorCode.None;
    }

    void TurnAway(Asking asking)
    {
        room!.Doorkeeper.WaitingRoom.Forget(asking.Member);
        changes.TurnedAway(asking.Member);
        Arm();
    }

    /// <summary>Whoever asked waits for a place now like everybody, if nothing else stands against it.</summary>
    void DissolveWaitingRoom()
    {
        foreach (var asking in room!.Doorkeeper.WaitingRoom.Dissolve())
        {
            if (Refuse(asking.Member, Roles.Name(asking.Role)) is null) room.Line.Join(asking.Member);
            else TurnAway(asking);
        }
        ServeLine();
    }

    /// <summary>Who has been let in stays so when the room is lost with its machine.</summary>
    Task KeepLetInAsync()
    {
        unkept = true;
        return TryKeepAsync();
    }

    void DropWaiting(string member)
    {
        waitsBy.Remove(member);
        room?.Doorkeeper.WaitingRoom.StopAsking(member);
        room?.Line.Leave(member);
        ServeLine();
    }

    /// <summary>A process is gone, and with it those who waited there.</summary>
    void DropWaitingAt(string feed)
    {
        foreach (var member in waitsBy.Where(w => w.Value.Feed == feed).Select(w => w.Key).ToList()) DropWaiting(member);
    }

    void ServeLine()
    {
        if (room is not { Line.Busy: true }) return;
        foreach (var member in room.Line.Serve(room.Plan.Capacity - room.Count, time.Milliseconds())) changes.PlaceHeld(member);
        if (!changes.Empty) Arm();
    }
}
