using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>
/// The conversations of one room: how they come about, hold together and end. Plain and synchronous like <see cref="Room"/>, which tells it who walks
/// and stands; what changed is gathered in <see cref="Changes"/>. What people ask for is in <c>RoomConversations.Requests.cs</c>.
/// </summary>
public sealed partial class RoomConversations(Room room)
{
    readonly List<Conversation> all = [];
    readonly List<Conversation> restless = [];
    readonly PriorityQueue<Avatar, long> seekers = new();
    readonly TalkChanges changes = new();
    long lookedAt;
    int last;

    public IReadOnlyList<Conversation> All => all;

    /// <summary>There is a media server, by which more than <see cref="Nearness.Mesh"/> hear each other.</summary>
    public bool HasRouter { get; set; }

    /// <summary>What changed since <see cref="Forget"/>.</summary>
    public TalkChanges Changes => changes;

    /// <summary>When <see cref="Look"/> is to be called, in milliseconds on the room's clock; null while there is nothing to look at.</summary>
    public long? NextLook
    {
        get
        {
            long? next = restless.Count > 0 ? lookedAt + Nearness.LookInterval : null;
            if (seekers.TryPeek(out _, out var at) && !(next <= at)) next = at;
            foreach (var conversation in all)
            {
                if (conversation.Expected.Count > 0 && !(next <= conversation.ExpectedUntil)) next = conversation.ExpectedUntil;
                if (conversation.FewSince + Nearness.BackToMesh is { } back && !(next <= back)) next = back;
            }
            return next;
        }
    }

    /// <summary>The number after which conversations are counted.</summary>
    public void CountFrom(int id) => last = id;

    public Conversation? Find(int id) => all.Find(c => c.Id == id);

    /// <summary>The changes have been taken over.</summary>
    public void Forget() => changes.Clear();

    /// <summary>Brings together who has stopped beside somebody, and parts who has walked away.</summary>
    public void Look(long now)
    {
        lookedAt = now;
        foreach (var conversation in restless.ToArray()) Check(conversation, now);
        foreach (var conversation in all.Where(c => c.Expected.Count > 0 && now >= c.ExpectedUntil).ToArray())
        {
            conversation.Expected.Clear();
            MakeRestless(conversation);
            changes.Change(conversation);
            EndIfOver(conversation, now);
        }
        foreach (var conversation in all) Weigh(conversation, now);
        while (seekers.TryPeek(out var seeker, out var at) && at <= now)
        {
            seekers.Dequeue();
            if (seeker.SeeksAt != at || room.Find(seeker.Handle) != seeker) continue; // has walked on, or left
            seeker.SeeksAt = 0;
            Seek(seeker, now);
        }
    }

    /// <summary>An avatar has taken a step: it walks, or stands somewhere else.</summary>
    internal void Walked(Avatar avatar, bool moved, long when)
    {
        if (avatar.Heading != Room.Standing)
        {
            avatar.StoodSince = long.MaxValue;
            avatar.SeeksAt = 0;
            avatar.SteppedOut = false;
        }
        else if (moved || avatar.StoodSince == long.MaxValue) Stopped(avatar, when);
        if (avatar.Participation is { } participant) MakeRestless(participant.Conversation);
    }

    /// <summary>An avatar stands from now on, and looks for company once it has stood for a while.</summary>
    internal void Stopped(Avatar avatar, long when)
    {
        avatar.StoodSince = when;
        SeekAt(avatar, when + Nearness.Dwell);
    }

    /// <summary>Its connection is there again; when it was lost just as it looked for company, it looks once more.</summary>
    internal void Found(Avatar avatar, long now)
    {
        if (!avatar.SeekMissed) return;
        avatar.SeekMissed = false;
        if (avatar.Participation is null) SeekAgain(avatar, now);
    }

    /// <summary>An avatar leaves the room.</summary>
    internal void Gone(Avatar avatar, long now)
    {
        foreach (var conversation in all)
            if (conversation.TryForgetKnock(avatar)) changes.Change(conversation);
        if (avatar.Participation is { } participant) Part(participant, PartingReason.LeftRoom, now);
    }

    /// <summary>The room has another plan: areas may have moved, or be gone, and walls may be where none were.</summary>
    internal void PlanChanged(long now)
    {
        foreach (var conversation in all.ToArray())
        {
            MakeRestless(conversation);
            if (conversation.Area is null) continue;
            if (room.Plan.FindArea(conversation.Area.Id) is { } area)
            {
                conversation.Area = area;
                Weigh(conversation, now);
                changes.Change(conversation); // it may be a stage now, where not everybody is heard
                continue;
            }
            foreach (var participant in conversation.Participants.ToArray()) Part(participant, PartingReason.AreaGone, now);
        }
    }

    void SeekAt(Avatar avatar, long at)
    {
        avatar.SeeksAt = at;
        seekers.Enqueue(avatar, at);
    }

    void MakeRestless(Conversation conversation)
    {
        if (conversation.Restless) return;
        conversation.Restless = true;
        restless.Add(conversation);
    }

    void Check(Conversation conversation, long now)
    {
        restless.Remove(conversation);
        conversation.Restless = false;
        if (conversation.Area is { } area)
        {
            foreach (var participant in conversation.Participants.Where(p => area.Rect.DistanceTo(p.Avatar.At(now)) > Nearness.Margin).ToArray())
                Part(participant, PartingReason.WalkedAway, now);
        }
        else
        {
            // of half a circle nobody can say who stands too far from the rest
            foreach (var (who, why) in Ring.Strays(conversation, room.Plan, now))
                if (!conversation.IsRecovering || why == PartingReason.WalkedAway) Part(who, why, now);
        }
        if (conversation.Participants.Any(p => p.Avatar.Heading != Room.Standing)) MakeRestless(conversation);
    }

    /// <summary>Somebody has stood for a while: in an area it takes part there, elsewhere it meets who stands near; who is in a circle takes in who stands beside it.</summary>
    void Seek(Avatar avatar, long now)
    {
        if (avatar.LostSince is not null)
        {
            avatar.SeekMissed = true;
            return;
        }
        if (Meeting.AreaOf(avatar.Position, room.Plan) is { } area)
        {
            if (avatar.Participation?.Conversation.Area?.Id != area.Id) ComeInto(area, avatar, now);
        }
        else if (avatar.Participation is { } participant) TakeIn(participant, now);
        else Meet(avatar, now);
    }

    void ComeInto(Area area, Avatar avatar, long now)
    {
        if (area.Kind == AreaKind.Quiet)
        {
            if (avatar.Participation is { } before) Part(before, PartingReason.WentToArea, now);
            return;
        }
        var conversation = all.Find(c => c.Area?.Id == area.Id);
        var candidate = conversation ?? new Conversation(last + 1, area);
        // who comes from a circle is as free as anybody once it has left that
        if (avatar.Participation is { } participant)
        {
            if (Full(candidate, avatar, now)) return;
            Part(participant, PartingReason.WentToArea, now);
        }
        var obstacle = Into(candidate, avatar, now);
        if (obstacle != Obstacle.None)
        {
            if (obstacle is Obstacle.Closed or Obstacle.Full or Obstacle.Removed) changes.Refuse(new(avatar, obstacle, conversation?.Id ?? 0, -1));
            return;
        }
        if (conversation is null)
        {
            last++;
            all.Add(candidate);
        }
        Join(candidate, avatar, JoinReason.CameIn, avatar.Handle, now);
    }

    bool Full(Conversation conversation, Avatar avatar, long now)
    {
        if (conversation.HasPass(avatar, now) ? !conversation.IsCrammed : !conversation.Closed && !conversation.IsFull && !conversation.HasBarred(avatar)) return false;
        changes.Refuse(new(avatar, conversation.Closed ? Obstacle.Closed : conversation.HasBarred(avatar) ? Obstacle.Removed : Obstacle.Full, conversation.Id, -1));
        return true;
    }

    /// <summary>The nearest circle that it can join; if there is none, the nearest who is free.</summary>
    void Meet(Avatar avatar, long now)
    {
        var refusal = new Refusal(avatar, Obstacle.None, 0, -1);
        Conversation? circle = null;
        Avatar? free = null;
        var beside = -1;
        foreach (var other in Near(avatar))
        {
            if (other.Participation is { Conversation: { Area: null } theirs })
            {
                if (circle is not null) continue;
                var obstacle = Into(theirs, avatar, now);
                if (obstacle == Obstacle.None) (circle, beside) = (theirs, other.Handle);
                else if (obstacle is Obstacle.Closed or Obstacle.Full or Obstacle.Removed && refusal.Conversation == 0)
                    refusal = new(avatar, obstacle, theirs.Id, -1); // where one can knock is worth more to know than who is busy
                continue;
            }
            if (free is not null || AreKeptApart(avatar, other, now)) continue;
            var between = Meeting.Between(avatar, other, room.Plan, now);
            if (between == Obstacle.None) free = other;
            else if (between == Obstacle.Busy && avatar.Availability == Availability.Available && refusal.Obstacle == Obstacle.None && other.Participation is null)
                refusal = refusal with { Obstacle = between, Other = other.Handle };
        }
        if (circle is not null) Join(circle, avatar, JoinReason.Stopped, beside, now);
        else if (free is not null) Begin(avatar, free, now);
        else if (refusal.Obstacle != Obstacle.None) changes.Refuse(refusal);
    }

    void Begin(Avatar avatar, Avatar met, long now)
    {
        apart.Remove((met.Member, avatar.Member)); // who walks up to somebody wants to
        var circle = new Conversation(++last, null);
        all.Add(circle);
        Join(circle, met, JoinReason.Met, avatar.Handle, now);
        Join(circle, avatar, JoinReason.Stopped, met.Handle, now);
    }

    void TakeIn(Participant participant, long now)
    {
        if (participant.Conversation.Area is not null) return;
        foreach (var other in Near(participant.Avatar))
            if (other.Participation is null && Into(participant.Conversation, other, now) == Obstacle.None)
                Join(participant.Conversation, other, JoinReason.Met, participant.Avatar.Handle, now);
    }

    /// <summary>Everybody else within reach, the nearest first.</summary>
    List<Avatar> Near(Avatar avatar)
    {
        List<(long Distance, Avatar Other)> near = [];
        foreach (var other in room.Avatars)
        {
            var distance = avatar.Position.SquaredDistanceTo(other.Position);
            if (other != avatar && distance <= Nearness.Reach * Nearness.Reach) near.Add((distance, other));
        }
        near.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Other.Handle.CompareTo(b.Other.Handle));
        return near.ConvertAll(n => n.Other);
    }

    void Join(Conversation conversation, Avatar avatar, JoinReason why, int with, long now)
    {
        foreach (var other in all)
            if (other.TryForgetKnock(avatar)) changes.Change(other);
        var passed = conversation.HasPass(avatar, now);
        conversation.Add(new(avatar, conversation)
        {
            Why = passed ? JoinReason.LetIn : why,
            With = with,
            Since = now,
            HasWord = conversation.SpeakersOnly && avatar.IsStaff,
        });
        Weigh(conversation, now);
        changes.Change(conversation);
    }

    /// <summary>To the media server as soon as it is needed, and back once it has not been for a while.</summary>
    void Weigh(Conversation conversation, long now)
    {
        if (!HasRouter) return;
        if (conversation.WantsRouter) conversation.FewSince = null;
        else if (conversation.Routed) conversation.FewSince ??= now;
        var routed = conversation.WantsRouter || conversation.FewSince is { } since && now - since < Nearness.BackToMesh;
        if (routed == conversation.Routed) return;
        (conversation.Routed, conversation.FewSince) = (routed, null);
        changes.Change(conversation);
    }

    void Part(Participant participant, PartingReason why, long now)
    {
        var conversation = participant.Conversation;
        conversation.Take(participant);
        changes.Part(new(participant.Avatar, conversation.Id, why));
        changes.Change(conversation);
        Weigh(conversation, now);
        MakeRestless(conversation); // the middle is elsewhere without them
        EndIfOver(conversation, now);
        // who is left standing without having wished it is as free to meet others as before
        if (why is PartingReason.Alone or PartingReason.OutOfSight or PartingReason.AreaGone) SeekAgain(participant.Avatar, now);
    }

    void EndIfOver(Conversation conversation, long now)
    {
        if (conversation.Expected.Count > 0 || conversation.Participants.Count >= (conversation.Area is null ? 2 : 1)) return;
        all.Remove(conversation);
        restless.Remove(conversation);
        changes.End(conversation);
        SeekIn(conversation.Area, now);
        if (conversation.Participants is not [var alone]) return;
        conversation.Take(alone);
        changes.Part(new(alone.Avatar, conversation.Id, PartingReason.Alone));
        SeekAgain(alone.Avatar, now);
    }

    void SeekAgain(Avatar avatar, long now)
    {
        if (avatar is { Heading: Room.Standing, SteppedOut: false } && room.Find(avatar.Handle) == avatar) SeekAt(avatar, now + Nearness.Dwell);
    }

    /// <summary>Who stands in the area and could not come in looks again.</summary>
    void SeekIn(Area? area, long now)
    {
        if (area is null) return;
        foreach (var avatar in room.Avatars)
            if (avatar.Participation is null && area.Rect.Contains(avatar.Position)) SeekAgain(avatar, now);
    }
}
