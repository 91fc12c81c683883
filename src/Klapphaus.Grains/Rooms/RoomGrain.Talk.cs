using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Moderation;
using Klapphaus.World.Conversations;
using Klapphaus.World.Members;
using Klapphaus.World.Moderation;
using Klapphaus.World.Rooms;

namespace Klapphaus.Grains.Rooms;

/// <summary>What people ask for in conversations, and when the rules look after those who stand and walk.</summary>
sealed partial class RoomGrain : IRoomTalkGrain
{
    readonly TalkCollector talk = new();
    IGrainTimer lookTimer = null!;
    readonly RecentRemarks recent = new();
    readonly SlowMode slowMode = new();
    long lookAt = long.MaxValue;
    long lastRemark;

    public Task MakeAvailable(string member, Availability availability)
    {
        if (room?.Find(member) is not { } avatar || avatar.Availability == availability) return Task.CompletedTask;
        room.Talk.MakeAvailable(avatar, availability, time.Milliseconds());
        changes.Entered(people[avatar.Handle] = people[avatar.Handle] with { Availability = availability });
        Arm();
        return Task.CompletedTask;
    }

    public Task Shun(string member, string[] members)
    {
        if (room?.Find(member) is not { } avatar) return Task.CompletedTask;
        room.Talk.Shun(avatar, members.ToHashSet(), time.Milliseconds());
        changes.Entered(people[avatar.Handle] = people[avatar.Handle] with { Shuns = members });
        Arm();
        return Task.CompletedTask;
    }

    public Task<ErrorCode> Say(Talker who, RemarkScope scope, int to, string text) => Remark(who, RemarkKind.Text, scope, to, Wording.Text(text));

    public Task<ErrorCode> Type(Talker who, string text) => Remark(who, RemarkKind.Typing, RemarkScope.Conversation, -1, text.Length == 0 ? "" : Wording.Text(text));

    public Task<ErrorCode> React(Talker who, string reaction) =>
        Remark(who, RemarkKind.Reaction, RemarkScope.Conversation, -1, Wording.Reactions.Contains(reaction) ? reaction : null);

    public Task<ErrorCode> RaiseHand(Talker who, bool up) => Ask(who, (me, now) => room!.Talk.RaiseHand(me, up, now));

    public Task<ErrorCode> SetTopic(Talker who, string topic) => Wording.Topic(topic) is { } clean
        ? Ask(who, (me, _) => room!.Talk.Name(me, clean))
        : Task.FromResult(ErrorCode.TextUnusable);

    public Task<ErrorCode> Close(Talker who, bool closed) => Ask(who, (me, now) => room!.Talk.Close(me, closed, now));

    public Task<ErrorCode> Knock(Talker who, int conversation, bool wants) => Ask(who, (me, now) => room!.Talk.Knock(me, conversation, wants, now));

    public Task<ErrorCode> AnswerKnock(Talker who, int handle, bool letIn) => Ask(who, handle, (me, other, now) => room!.Talk.Answer(me, other, letIn, now));

    public Task<ErrorCode> StepOut(Talker who) => Ask(who, (me, now) => room!.Talk.StepOut(me, now));

    public Task<ErrorCode> Listen(Talker who, bool listens) => Ask(who, (me, _) => room!.Talk.Listen(me, listens));

    public Task<ErrorCode> Send(Talker who, MediaKinds media) => Ask(who, (me, _) => room!.Talk.Send(me, media));

    public Task<ErrorCode> Lead(Talker who, bool leads) => Ask(who, (me, _) => room!.Talk.Lead(me, leads));

    public Task<ErrorCode> Follow(Talker who, bool follows) => Ask(who, (me, _) => room!.Talk.Follow(me, follows));

    public Task<ErrorCode> GiveWord(Talker who, int handle, bool word) => Ask(who, handle, (me, other, _) => room!.Talk.GiveWord(me, other, word));

    public async Task<ErrorCode> Remove(Talker who, int handle)
    {
        var outcome = await Ask(who, handle, (me, other, now) => room!.Talk.Remove(me, other, now));
        return outcome == ErrorCode.None ? await KeepAsync(Find(who)!, Deed.RemovedFromConversation, people[handle], "") : outcome;
    }

    public Task<ErrorCode> Signal(Talker who, int to, string signal)
    {
        if (signal.Length > Klapphaus.Contracts.Protocol.MaxSignal) return Task.FromResult(ErrorCode.Malformed);
        if (Find(who) is not { } me) return Task.FromResult(ErrorCode.NotInRoom);
        if (me.Participation is not { } participant || room!.Find(to) is not { } other || other == me || participant.Conversation.Find(other) is not { } theirs)
            return Task.FromResult(ErrorCode.NotInConversation);
        if (!participant.HasSound || !theirs.HasSound || me.Avoids(other)) return Task.FromResult(ErrorCode.NotAllowed);
        talk.Add(new SignalState(me.Handle, to, signal));
        Arm();
        return Task.FromResult(ErrorCode.None);
    }

    public Task<TalkPartner> Meets(Talker who, string member)
    {
        var (me, other) = (Find(who), room?.Find(member));
        var error = me is null ? ErrorCode.NotInRoom
            : other is null || other == me ? ErrorCode.PersonUnknown
            : me.Participation?.Conversation.Find(other) is null ? ErrorCode.NotInConversation
            : me.Avoids(other) ? ErrorCode.NotAllowed
            : ErrorCode.None;
        return Task.FromResult(error == ErrorCode.None ? new TalkPartner { Own = people[me!.Handle].Name, Name = people[other!.Handle].Name } : new TalkPartner { Error = error });
    }

    Task<ErrorCode> Remark(Talker who, RemarkKind kind, RemarkScope scope, int to, string? text)
    {
        if (Find(who) is not { } me) return Task.FromResult(ErrorCode.NotInRoom);
        if (text is null) return Task.FromResult(ErrorCode.TextUnusable);
        if (!me.Rights.HasFlag(Rights.Write)) return Task.FromResult(ErrorCode.NotAllowed);
        int[] audience = [];
        switch (scope)
        {
            case RemarkScope.Conversation when me.Participation is not { } participant:
                return Task.FromResult(ErrorCode.NotInConversation);
            case RemarkScope.Conversation:
                audience = [.. me.Participation.Conversation.Participants.Select(p => p.Avatar).Where(a => !a.Avoids(me)).Select(a => a.Handle)];
                break;
            case RemarkScope.Person when room!.Find(to) is null || to == me.Handle:
                return Task.FromResult(ErrorCode.PersonUnknown);
            case RemarkScope.Person when room!.Find(to)!.Avoids(me):
                return Task.FromResult(ErrorCode.NotAllowed);
            case RemarkScope.Person:
                audience = [me.Handle, to];
                break;
            case RemarkScope.Room when !me.IsStaff:
                return Task.FromResult(ErrorCode.NotAllowed);
        }
        var slow = me.Role >= Role.Moderator ? 0 : room!.Doorkeeper.Policy.SlowSeconds;
        // what is typed would get round it
        if (slow > 0 && (kind == RemarkKind.Typing || kind == RemarkKind.Text && slowMode.Take(who.Member, slow, time.Milliseconds()) > 0))
            return Task.FromResult(ErrorCode.WritingTooFast);
        var remark = new Remark
        {
            Number = lastRemark = Math.Max(lastRemark + 1, time.GetUtcNow().ToUnixTimeMilliseconds()),
            Kind = kind,
            Scope = scope,
            From = me.Handle,
            To = scope == RemarkScope.Person ? to : -1,
            Text = text,
            At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Audience = audience,
        };
        talk.Add(remark);
        if (kind == RemarkKind.Text) recent.Add(remark, people, time.Milliseconds());
        Arm();
        return Task.FromResult(ErrorCode.None);
    }

    Task<ErrorCode> Ask(Talker who, Func<Avatar, long, TalkOutcome> rule)
    {
        if (Find(who) is not { } me) return Task.FromResult(ErrorCode.NotInRoom);
        var outcome = rule(me, time.Milliseconds());
        Arm();
        return Task.FromResult(Code(outcome));
    }

    Task<ErrorCode> Ask(Talker who, int handle, Func<Avatar, Avatar, long, TalkOutcome> rule) =>
        Ask(who, (me, now) => room!.Find(handle) is { } other ? rule(me, other, now) : TalkOutcome.PersonUnknown);

    Avatar? Find(Talker who) => room?.Find(who.Member) is { } avatar && people[avatar.Handle].Connection == who.Connection ? avatar : null;

    static ErrorCode Code(TalkOutcome outcome) => outcome switch
    {
        TalkOutcome.Done => ErrorCode.None,
        TalkOutcome.NotInConversation => ErrorCode.NotInConversation,
        TalkOutcome.ConversationUnknown => ErrorCode.ConversationUnknown,
        TalkOutcome.PersonUnknown => ErrorCode.PersonUnknown,
        TalkOutcome.AlreadyIn => ErrorCode.AlreadyInConversation,
        TalkOutcome.Full => ErrorCode.ConversationFull,
        TalkOutcome.IsOpen => ErrorCode.ConversationOpen,
        _ => ErrorCode.NotAllowed,
    };

    /// <summary>Who has just come up may be told by feeds of conversations that it does not know; its own must not have their numbers.</summary>
    Room NewRoom(World.Plans.FloorPlan floor)
    {
        var fresh = new Room(floor);
        fresh.Talk.HasRouter = sound.Routed;
        fresh.Talk.CountFrom(Random.Shared.Next(1 << 20) * 1000);
        Obey(fresh);
        return fresh;
    }

    void Settle(Avatar avatar, RoomPerson person)
    {
        room!.Settle(avatar, Roles.Of(person.Role));
        avatar.Availability = person.Availability;
        if (person.Shuns.Length > 0) room.Talk.Shun(avatar, person.Shuns.ToHashSet(), time.Milliseconds());
        // what somebody else remembers adds to what the room does, and takes nothing away
        if (person.Muted || person.Unseen) room.Restrain(person.Member, new(avatar.Muted || person.Muted, avatar.Restraint.Unseen || person.Unseen));
    }

    /// <summary>Sees to it that the rules look again when it is time.</summary>
    void ArmLook()
    {
        if (room!.Talk.NextLook is not { } next || next >= lookAt) return;
        lookAt = next;
        lookTimer.Change(TimeSpan.FromMilliseconds(Math.Max(0, next - time.Milliseconds())), Timeout.InfiniteTimeSpan);
    }

    Task Look(CancellationToken cancellationToken)
    {
        lookAt = long.MaxValue;
        if (room is null) return Task.CompletedTask;
        room.Talk.Look(time.Milliseconds());
        Arm();
        return Task.CompletedTask;
    }
}
