using Klapphaus.World.Conversations;
using Klapphaus.World.Rooms;

namespace Klapphaus.Grains.Conversations;

/// <summary>Gathers what is said between two ticks, and writes down how conversations are.</summary>
sealed class TalkCollector
{
    readonly List<Remark> remarks = [];
    readonly List<SignalState> signals = [];
    readonly List<long> retracted = [];

    public bool Empty => remarks.Count + signals.Count + retracted.Count == 0;

    public void Add(Remark remark)
    {
        // of what somebody types only the newest counts
        if (remark.Kind == RemarkKind.Typing) remarks.RemoveAll(r => r.Kind == RemarkKind.Typing && r.From == remark.From);
        remarks.Add(remark);
    }

    public void Add(SignalState signal) => signals.Add(signal);

    public void Retract(long remark)
    {
        remarks.RemoveAll(r => r.Number == remark);
        retracted.Add(remark);
    }

    /// <summary>Everything gathered, or null when that is nothing; gathers anew from here.</summary>
    public RoomTalk? Take(RoomConversations talk, long now)
    {
        var changes = talk.Changes;
        if (Empty && changes.Empty) return null;
        var news = new RoomTalk
        {
            Changed = [.. changes.Changed.Select(c => State(c, now))],
            Ended = [.. changes.Ended],
            Partings = [.. changes.Partings.Select(p => new TalkParting(p.Avatar.Handle, p.Conversation, p.Reason))],
            Refusals = [.. changes.Refusals.Select(r => new TalkRefusal(r.Avatar.Handle, r.Obstacle, r.Conversation, r.Other))],
            Remarks = [.. remarks],
            Signals = [.. signals],
            Retracted = [.. retracted],
        };
        talk.Forget();
        remarks.Clear();
        signals.Clear();
        retracted.Clear();
        return news;
    }

    /// <summary>All conversations as they are.</summary>
    public static ConversationState[] Everything(RoomConversations talk, long now) => [.. talk.All.Select(c => State(c, now))];

    static ConversationState State(Conversation conversation, long now) => State(
        conversation, now, conversation.Area is not null && conversation.Participants.Any(p => p.Avatar.Shuns.Count > 0));

    static ConversationState State(Conversation conversation, long now, bool apart) => new()
    {
        Id = conversation.Id,
        Area = conversation.Area?.Id,
        Topic = conversation.Topic,
        Closed = conversation.Closed,
        Full = conversation.IsFull,
        SpeakersOnly = conversation.SpeakersOnly,
        People = [.. conversation.Participants.Select(p => State(p, now, apart))],
        Knocks = [.. conversation.Knocks.Select(a => a.Handle)],
        Leader = conversation.Leader?.Avatar.Handle ?? -1,
        Removed = [.. conversation.Removed],
        Routed = conversation.Routed,
        Recovering = conversation.IsRecovering,
    };

    static ParticipantState State(Participant participant, long now, bool apart) => new()
    {
        Handle = participant.Avatar.Handle,
        Member = participant.Avatar.Member,
        Why = participant.Why,
        With = participant.With,
        IsHeard = participant.IsHeard,
        Listens = participant.Listens,
        HasWord = participant.HasWord,
        Muted = participant.Avatar.Muted,
        HandAge = participant.HandSince is { } since ? now - since : -1,
        Follows = participant.Follows,
        HasSound = participant.HasSound,
        Sends = participant.Sends,
        Unseen = participant.Avatar.Restraint.Unseen,
        Apart = apart ? [.. participant.Conversation.Participants.Where(p => p.Avatar.Avoids(participant.Avatar)).Select(p => p.Avatar.Handle)] : [],
    };

    /// <summary>Puts a conversation back into a room that has forgotten it.</summary>
    public static void Restore(Room room, ConversationState state, long now) => room.Talk.Restore(
        state.Id, state.Area, state.Topic, state.Closed, state.Routed, state.People.FirstOrDefault(p => p.Handle == state.Leader)?.Member, state.Removed,
        state.People.Select(p => new Participation(p.Member, p.Why, p.With, p.Listens, p.HasWord, p.HandAge, p.Follows, p.Sends)), now);
}
