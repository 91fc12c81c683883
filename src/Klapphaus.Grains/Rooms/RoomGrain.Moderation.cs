using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;
using Klapphaus.World.Rooms;
using Orleans.Storage;

namespace Klapphaus.Grains.Rooms;

/// <summary>What moderators do. It is in force with the next tick; that it is stored and stands in the log is seen to afterwards, and again if it fails.</summary>
sealed partial class RoomGrain : IRoomModerationGrain
{
    /// <summary>Nobody is muted for longer than this without being muted again.</summary>
    static readonly TimeSpan restraintsKept = TimeSpan.FromDays(30);

    readonly Queue<LogEntry> unlogged = new();
    bool unkept;
    bool keeping;
    Task writing = Task.CompletedTask;

    public Task<ErrorCode> Mute(Talker who, int handle, bool muted) => Restrain(
        who, handle, other => other.Restraint with { Muted = muted }, muted ? Deed.Muted : Deed.Unmuted, muted ? NoticeKind.Muted : NoticeKind.Unmuted);

    public Task<ErrorCode> Hide(Talker who, int handle, bool hidden) => Restrain(
        who, handle, other => other.Restraint with { Unseen = hidden }, hidden ? Deed.Hidden : Deed.Shown, hidden ? NoticeKind.Hidden : NoticeKind.Shown);

    public async Task<ErrorCode> MuteAll(Talker who, int conversation, int but)
    {
        if (Find(who) is not { } me) return ErrorCode.NotInRoom;
        if (!Authority.MayModerate(me.Role)) return ErrorCode.ModeratorsOnly;
        if (conversation != 0 && room!.Talk.Find(conversation) is null) return ErrorCode.ConversationUnknown;
        var others = conversation == 0 ? [.. room!.Avatars] : room!.Talk.Find(conversation)!.Participants.Select(p => p.Avatar).ToList();
        foreach (var other in others.Where(o => o != me && o.Handle != but && !o.Muted && Authority.MayModerate(me.Role, o.Role)))
            Restrain(other, other.Restraint with { Muted = true }, NoticeKind.Muted);
        return await KeepAsync(me, Deed.MutedAll, null, "");
    }

    public Task<ErrorCode> AskToSpeak(Talker who, int handle) => Moderate(who, handle, "", (me, other, _) =>
    {
        if (other.Muted) Restrain(other, other.Restraint with { Muted = false }, NoticeKind.Unmuted);
        changes.Notify(new() { Kind = NoticeKind.AskedToSpeak, Handle = handle });
        return KeepAsync(me, Deed.AskedToSpeak, people[handle], "");
    });

    public Task<ErrorCode> Warn(Talker who, int handle, string reason) => Moderate(who, handle, reason, (me, _, clean) =>
    {
        if (clean.Length == 0) return Task.FromResult(ErrorCode.ReasonUnusable);
        changes.Notify(new() { Kind = NoticeKind.Warned, Handle = handle, Reason = clean });
        return KeepAsync(me, Deed.Warned, people[handle], clean);
    });

    public Task<ErrorCode> Put(Talker who, int handle, int x, int y) => Moderate(who, handle, "", (me, other, _) =>
    {
        if ((uint)x > AvatarState.MaxPosition || (uint)y > AvatarState.MaxPosition) return Task.FromResult(ErrorCode.Malformed);
        room!.Put(other, new(x, y), time.Milliseconds());
        changes.PutBack(handle);
        changes.Changed(handle);
        changes.Notify(new() { Kind = NoticeKind.Moved, Handle = handle });
        return KeepAsync(me, Deed.Moved, people[handle], "");
    });

    public Task<ErrorCode> Expel(Talker who, int handle, string reason, string? to) => Moderate(who, handle, reason, (me, other, clean) =>
    {
        if (to == Id) return Task.FromResult(ErrorCode.Malformed);
        var person = people[handle];
        ShowOut(other, new() { Kind = to is null ? NoticeKind.Removed : NoticeKind.Sent, Handle = handle, Reason = clean, Room = to });
        return KeepAsync(me, to is null ? Deed.Removed : Deed.Sent, person, clean);
    });

    public async Task<ErrorCode> BanFromRoom(Talker who, string member, string reason, DateTimeOffset? until)
    {
        if (Find(who) is not { } me) return ErrorCode.NotInRoom;
        if (!Authority.MayModerate(me.Role)) return ErrorCode.ModeratorsOnly;
        if (Wording.Reason(reason) is not { Length: > 0 } clean) return ErrorCode.ReasonUnusable;
        if (room!.Find(member) is not { } other) return ErrorCode.PersonUnknown;
        if (!Authority.MayModerate(me.Role, other.Role)) return ErrorCode.ModeratorsOnly;
        var person = people[other.Handle];
        var ban = new BanState { Reason = clean, Since = time.GetUtcNow(), Until = until, By = who.Member, Name = person.Name };
        room.Doorkeeper.Ban(member, ban.ToBan());
        stored.State.Bans[member] = ban;
        unkept = true;
        ShowOut(other, new() { Kind = NoticeKind.BannedFromRoom, Handle = other.Handle, Reason = clean, Until = until });
        return await KeepAsync(me, Deed.BannedFromRoom, person, clean, until);
    }

    public async Task<ErrorCode> Pardon(Moderator by, string member)
    {
        if (!Authority.MayModerate(Roles.Of(by.Role))) return ErrorCode.ModeratorsOnly;
        if (!stored.State.Bans.Remove(member, out var ban)) return ErrorCode.MemberUnknown;
        room?.Doorkeeper.Pardon(member);
        unkept = true;
        return await KeepAsync(Entry(by, Deed.PardonedInRoom) with { Of = member, OfName = ban.Name });
    }

    public async Task<ErrorCode> UsePolicy(Moderator by, PolicyState policy)
    {
        if (!Authority.MaySetPolicy(Roles.Of(by.Role))) return ErrorCode.ModeratorsOnly;
        if (room is null) return ErrorCode.RoomUnknown;
        if (policy.ToPolicy() is not { } rules) return ErrorCode.Malformed;
        stored.State.Policy = policy;
        unkept = true;
        foreach (var avatar in room.UsePolicy(rules, time.GetUtcNow()))
            ShowOut(avatar, new() { Kind = NoticeKind.RoomClosed, Handle = avatar.Handle, Reason = policy.Notice });
        if (!policy.WaitingRoom) DissolveWaitingRoom();
        changes.Policy(policy);
        slowMode.Reset();
        Arm();
        StartCare(); // it may be shut later
        return await KeepAsync(Entry(by, Deed.ChangedPolicy));
    }

    public Task<RoomRules> Rules() => Task.FromResult(room is null ? new RoomRules { Error = ErrorCode.RoomUnknown } : new()
    {
        Policy = stored.State.Policy,
        Bans = stored.State.Bans.Where(b => b.Value.IsInForce(time.GetUtcNow())).ToDictionary(),
        Restraints = stored.State.Restraints.ToDictionary(),
        Asking = [.. room.Doorkeeper.WaitingRoom.All.Select(AskingState.Of)],
    });

    public async Task Tidy()
    {
        var over = stored.State.Bans.Where(b => !b.Value.IsInForce(time.GetUtcNow())).Select(b => b.Key).ToList();
        foreach (var member in over) stored.State.Bans.Remove(member);
        var now = time.GetUtcNow();
        var lifted = stored.State.Restraints.Where(r => now - r.Value.Since > restraintsKept).Select(r => r.Key).ToList();
        foreach (var member in lifted)
        {
            stored.State.Restraints.Remove(member);
            room?.Restrain(member, default);
        }
        if (over.Count + lifted.Count > 0) await WriteAsync();
    }

    public async Task Erase(string member)
    {
        recent.Forget(member);
        var letIn = room?.Doorkeeper.WaitingRoom.Forget(member) == true;
        for (var i = unlogged.Count; i > 0; i--) unlogged.Enqueue(unlogged.Dequeue().Without(member));
        // what is in force stays so, without the name
        var restrained = stored.State.Restraints.TryGetValue(member, out var restraint);
        if (restrained) stored.State.Restraints[member] = restraint! with { Name = "" };
        var banned = stored.State.Bans.TryGetValue(member, out var ban);
        if (banned) stored.State.Bans[member] = ban!.Without();
        if (restrained || banned || letIn) await WriteAsync();
    }

    public Task<Evidence> Witness(Talker who, int handle, long[] remarks)
    {
        if (Find(who) is not { } me) return Task.FromResult(new Evidence { Error = ErrorCode.NotInRoom });
        if (handle == me.Handle || !people.TryGetValue(handle, out var person)) return Task.FromResult(new Evidence { Error = ErrorCode.PersonUnknown });
        return Task.FromResult(new Evidence
        {
            Member = person.Member,
            Name = person.Name,
            ByName = people[me.Handle].Name,
            Texts = [.. recent.ReadBy(who.Member, remarks, time.Milliseconds()).Select(r => new ReportedText(r.At, r.Member, r.Name, r.Text))],
        });
    }

    public async Task<ErrorCode> Retract(Talker who, long remark)
    {
        if (Find(who) is not { } me) return ErrorCode.NotInRoom;
        if (recent.Find(remark, time.Milliseconds()) is not { } said) return ErrorCode.TextUnknown;
        var own = said.Member == who.Member;
        if (!own && !Authority.MayModerate(me.Role, said.Role)) return ErrorCode.ModeratorsOnly;
        talk.Retract(remark);
        Arm();
        return own ? ErrorCode.None : await KeepAsync(Entry(By(me), Deed.Retracted) with { Of = said.Member, OfName = said.Name });
    }

    /// <summary>What holds here by what is stored; a room that has come up anew keeps to it from the first on.</summary>
    void Obey(Room fresh)
    {
        fresh.Doorkeeper.Zone = wall.Zone;
        fresh.Doorkeeper.Policy = stored.State.Policy.ToPolicy() ?? RoomPolicy.Open;
        foreach (var (member, ban) in stored.State.Bans) fresh.Doorkeeper.Ban(member, ban.ToBan());
        foreach (var (member, restraint) in stored.State.Restraints) fresh.Restrain(member, restraint.ToRestraint());
        foreach (var member in stored.State.LetIn) fresh.Doorkeeper.WaitingRoom.Keep(member);
    }

    /// <summary>Null for who is welcome.</summary>
    RoomEntry? Refuse(string member, string role) => room!.Doorkeeper.Judge(member, Roles.Of(role), time.GetUtcNow()) switch
    {
        Admission.Welcome => null,
        Admission.Banned => new() { Error = ErrorCode.RoomBanned, Ban = stored.State.Bans.GetValueOrDefault(member) },
        Admission.MustWait => new() { Error = ErrorCode.RoomWaiting, Notice = stored.State.Policy.Notice },
        Admission.Shut => new() { Error = ErrorCode.RoomShut, Notice = stored.State.Policy.Notice },
        _ => new() { Error = ErrorCode.RoomNotAllowed, Notice = stored.State.Policy.Notice },
    };

    /// <summary>Shuts the room when it is time, and makes up for what could not be stored.</summary>
    void CareForOrder()
    {
        if (room!.Doorkeeper.IsShut(time.GetUtcNow()))
            foreach (var avatar in room.NotWelcome(time.GetUtcNow()))
                ShowOut(avatar, new() { Kind = NoticeKind.RoomClosed, Handle = avatar.Handle, Reason = stored.State.Policy.Notice });
        recent.Forget(time.Milliseconds());
        if (IsOwed) _ = TryKeepAsync();
    }

    /// <summary>What is in force and not stored yet goes along when the room moves to another machine.</summary>
    RoomRules? Unkept => unkept || keeping ? new() { Policy = stored.State.Policy, Bans = stored.State.Bans, Restraints = stored.State.Restraints } : null;

    void TakeOverOrder(RoomHandover handover)
    {
        foreach (var entry in handover.Unlogged) unlogged.Enqueue(entry);
        if (handover.Unkept is not { } rules) return;
        (stored.State.Policy, stored.State.Bans, stored.State.Restraints, unkept) = (rules.Policy, rules.Bans, rules.Restraints, true);
        Obey(room!);
    }

    bool IsOwed => unkept || unlogged.Count > 0;

    Task<ErrorCode> Restrain(Talker who, int handle, Func<Avatar, Restraint> restraint, Deed deed, NoticeKind notice) => Moderate(who, handle, "", (me, other, _) =>
    {
        Restrain(other, restraint(other), notice);
        return KeepAsync(me, deed, people[handle], "");
    });

    void Restrain(Avatar other, Restraint restraint, NoticeKind notice)
    {
        room!.Restrain(other.Member, restraint);
        var person = people[other.Handle];
        // feeds know it, too, for a room that comes up elsewhere before this is stored
        changes.Entered(people[other.Handle] = person with { Muted = restraint.Muted, Unseen = restraint.Unseen });
        if (restraint.IsNone) stored.State.Restraints.Remove(other.Member);
        else stored.State.Restraints[other.Member] = new() { Muted = restraint.Muted, Unseen = restraint.Unseen, Name = person.Name, Since = time.GetUtcNow() };
        unkept = true;
        changes.Notify(new() { Kind = notice, Handle = other.Handle });
    }

    async Task<ErrorCode> Moderate(Talker who, int handle, string reason, Func<Avatar, Avatar, string, Task<ErrorCode>> measure)
    {
        if (Find(who) is not { } me) return ErrorCode.NotInRoom;
        if (!Authority.MayModerate(me.Role)) return ErrorCode.ModeratorsOnly;
        if (Wording.Reason(reason) is not { } clean) return ErrorCode.ReasonUnusable;
        if (room!.Find(handle) is not { } other) return ErrorCode.PersonUnknown;
        return Authority.MayModerate(me.Role, other.Role) ? await measure(me, other, clean) : ErrorCode.ModeratorsOnly;
    }

    void ShowOut(Avatar avatar, Notice notice)
    {
        room!.Leave(avatar.Member, time.Milliseconds());
        if (room.Doorkeeper.WaitingRoom.Forget(avatar.Member)) unkept = true;
        Gone(avatar.Handle, DepartureReason.Removed, notice: notice);
    }

    Moderator By(Avatar avatar) => new(avatar.Member, people[avatar.Handle].Name, people[avatar.Handle].Role);

    LogEntry Entry(Moderator by, Deed deed) => new() { At = time.GetUtcNow(), Deed = deed, By = by.Member, ByName = NameOf(by), Room = Id };

    Task<ErrorCode> KeepAsync(Avatar me, Deed deed, RoomPerson? whom, string reason, DateTimeOffset? until = null) =>
        KeepAsync(Entry(By(me), deed) with { Of = whom?.Member ?? "", OfName = whom?.Name ?? "", Reason = reason, Until = until });

    async Task<ErrorCode> KeepAsync(LogEntry entry)
    {
        Arm();
        unlogged.Enqueue(entry);
        await TryKeepAsync();
        return ErrorCode.None;
    }

    /// <summary>A store that does not answer keeps nobody from being muted.</summary>
    async Task TryKeepAsync()
    {
        if (keeping) return;
        keeping = true;
        try
        {
            while (IsOwed)
            {
                if (unkept)
                {
                    unkept = false;
                    await WriteAsync();
                    continue;
                }
                await GrainFactory.AppendAsync(unlogged.Peek());
                unlogged.Dequeue();
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            unkept = true;
            log.NotKept(Id, e.GetType().Name);
            StartCare();
        }
        finally
        {
            keeping = false;
        }
    }

    /// <summary>Writes what is kept of the room, one write after the other.</summary>
    Task WriteAsync() => writing = WriteAfterAsync(writing);

    async Task WriteAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (room is not null) stored.State.LetIn = [.. room.Doorkeeper.WaitingRoom.LetIn];
        try
        {
            await stored.WriteStateAsync();
        }
        catch (InconsistentStateException)
        {
            // a write of which the answer got lost was taken after all: ours is the newer state, and nobody else writes it
            var ours = stored.State;
            await stored.ReadStateAsync();
            stored.State = ours;
            await stored.WriteStateAsync();
        }
    }
}
