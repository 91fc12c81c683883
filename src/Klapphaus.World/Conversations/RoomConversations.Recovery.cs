using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>How conversations come back in a room that has lost its memory.</summary>
public sealed partial class RoomConversations
{
    readonly HashSet<int> restored = [];

    /// <summary>
    /// Takes a conversation over that this room has forgotten, from who still knows it. Those who are here are in it at once; the others are waited
    /// for. What somebody else has told already is told once.
    /// </summary>
    /// <param name="id">Its number.</param>
    /// <param name="areaId">The area that it belongs to, or null.</param>
    /// <param name="topic">What it is about.</param>
    /// <param name="closed">Whether one knocks.</param>
    /// <param name="routed">Whether sound went by way of the media server.</param>
    /// <param name="leader">The member who leads, or null.</param>
    /// <param name="removed">Members who may not come back by themselves.</param>
    /// <param name="people">Those who were in it, in order.</param>
    /// <param name="now">Milliseconds.</param>
    public void Restore(int id, string? areaId, string topic, bool closed, bool routed, string? leader, IEnumerable<string> removed, IEnumerable<Participation> people, long now)
    {
        var area = areaId is null ? null : room.Plan.FindArea(areaId);
        if (areaId is not null && area is null || Find(id) is not null || !restored.Add(id)) return;
        var conversation = new Conversation(id, area) { Topic = topic, Closed = closed, ExpectedUntil = now + Nearness.Recovery, ExpectedLeader = leader, Routed = routed && HasRouter };
        last = Math.Max(last, id);
        all.Add(conversation);
        foreach (var member in removed) conversation.Bar(member);
        foreach (var person in people) conversation.Expected[person.Member] = person;
        Weigh(conversation, now);
        foreach (var person in conversation.Expected.Values.ToArray())
            if (room.Find(person.Member) is { } avatar) Return(avatar, conversation, now);
        EndIfOver(conversation, now);
        if (all.Contains(conversation)) changes.Change(conversation);
    }

    /// <summary>Somebody whom the room had forgotten is here again, and so is in the conversation in which it was.</summary>
    internal void Restored(Avatar avatar, long now)
    {
        foreach (var conversation in all)
        {
            if (!conversation.Expected.ContainsKey(avatar.Member)) continue;
            Return(avatar, conversation, now);
            EndIfOver(conversation, now); // the others may have left meanwhile
            return;
        }
    }

    void Return(Avatar avatar, Conversation conversation, long now)
    {
        if (!conversation.Expected.Remove(avatar.Member, out var known) || avatar.Participation is not null) return;
        var participant = new Participant(avatar, conversation)
        {
            Why = known.Why,
            With = known.With,
            Since = now,
            Listens = known.Listens,
            HasWord = known.HasWord,
            HandSince = known.HandAge < 0 ? null : now - known.HandAge,
            Follows = known.Follows,
            Sends = known.Sends,
        };
        conversation.Add(participant);
        if (avatar.Member == conversation.ExpectedLeader) conversation.Leader = participant;
        changes.Change(conversation);
        MakeRestless(conversation);
    }
}
