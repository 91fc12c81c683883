using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>People who hear each other: a circle that came about by standing together, or those in an area.</summary>
public sealed class Conversation(int id, Area? area)
{
    readonly List<Participant> participants = [];
    readonly List<Avatar> knocks = [];
    readonly Dictionary<string, long> passes = [];
    readonly HashSet<string> removed = [];
    readonly Dictionary<string, Participation> expected = [];

    /// <summary>Number in this room; not given twice while the room is awake.</summary>
    public int Id => id;

    /// <summary>The area that it belongs to; null for a circle.</summary>
    public Area? Area { get; internal set; } = area;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<Participant> Participants => participants;

    /// <summary>What it is about, for people nearby; empty when nobody has said.</summary>
    public string Topic { get; internal set; } = "";

    /// <summary>Nobody comes in by standing near; one knocks.</summary>
    public bool Closed { get; internal set; }

    /// <summary>Who has asked to be let in and has no answer yet, first come first.</summary>
    public IReadOnlyList<Avatar> Knocks => knocks;

    /// <summary>Who asks the others to come along, or null.</summary>
    public Participant? Leader { get; internal set; }

    /// <summary>Only those are heard who have the word.</summary>
    public bool SpeakersOnly => Area is { Kind: AreaKind.Stage };

    /// <summary>So many come in by themselves.</summary>
    public int Capacity => Area is null ? Nearness.Capacity : Most;

    /// <summary>So many are in it at most.</summary>
    public int Most => Area is null ? Nearness.Most : Area.Capacity > 0 ? Area.Capacity : Nearness.AreaMost;

    /// <summary>Sound and picture go by way of the media server, and not from each browser to each.</summary>
    public bool Routed { get; internal set; }

    /// <summary>Since when there have been so few that the browsers could do without the media server, in milliseconds; null while there are more.</summary>
    internal long? FewSince { get; set; }

    /// <summary>It takes more than browsers connected each with each.</summary>
    internal bool WantsRouter => SpeakersOnly || participants.Count + expected.Count > Nearness.Mesh;

    public bool IsFull => participants.Count + expected.Count >= Capacity;

    /// <summary>No more can be let in either.</summary>
    public bool IsCrammed => participants.Count + expected.Count >= Most;

    /// <summary>Somebody who was in it before the room lost its memory has not been heard of again, and may still be.</summary>
    public bool IsRecovering => expected.Count > 0;

    /// <summary>Who was in it before the room lost its memory and has not been heard of again.</summary>
    internal Dictionary<string, Participation> Expected => expected;

    /// <summary>Until when they are waited for, in milliseconds.</summary>
    internal long ExpectedUntil { get; set; }

    /// <summary>The member among them who leads, or null.</summary>
    internal string? ExpectedLeader { get; init; }

    /// <summary>Somebody moved since it was looked at last, or walks.</summary>
    internal bool Restless { get; set; }

    public Participant? Find(Avatar avatar) => avatar.Participation is { } participant && participant.Conversation == this ? participant : null;

    internal void Add(Participant participant)
    {
        participants.Add(participant);
        participant.Avatar.Participation = participant;
        knocks.Remove(participant.Avatar);
        passes.Remove(participant.Avatar.Member);
        expected.Remove(participant.Avatar.Member);
    }

    internal void Take(Participant participant)
    {
        participants.Remove(participant);
        participant.Avatar.Participation = null;
        if (Leader != participant) return;
        Leader = null;
        foreach (var other in participants) other.Follows = false;
    }

    internal bool TryKnock(Avatar avatar)
    {
        if (knocks.Contains(avatar)) return false;
        knocks.Add(avatar);
        return true;
    }

    internal bool TryForgetKnock(Avatar avatar) => knocks.Remove(avatar);

    /// <summary>Lets somebody come in who has knocked, whatever stood against it.</summary>
    internal void LetIn(Avatar avatar, long until)
    {
        knocks.Remove(avatar);
        removed.Remove(avatar.Member);
        passes[avatar.Member] = until;
    }

    internal bool HasPass(Avatar avatar, long now) => passes.TryGetValue(avatar.Member, out var until) && now <= until;

    internal void Bar(string member)
    {
        removed.Add(member);
        passes.Remove(member);
    }

    internal bool HasBarred(Avatar avatar) => removed.Contains(avatar.Member);

    /// <summary>Members who were taken out and may not come back by themselves.</summary>
    public IReadOnlyCollection<string> Removed => removed;
}
