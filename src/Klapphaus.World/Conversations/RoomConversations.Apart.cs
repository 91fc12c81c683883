using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>
/// Who was taken out of a conversation by a moderator does not come near those who were in it by beginning another one. They themselves may walk up to
/// that person, or let it in, and then it is over.
/// </summary>
public sealed partial class RoomConversations
{
    readonly HashSet<(string Removed, string From)> apart = [];

    /// <summary>Has nothing to do with these members from now on, both ways: leaves the circle in which one of them is, and comes into none.</summary>
    public void Shun(Avatar avatar, IReadOnlySet<string> members, long now)
    {
        avatar.Shuns = members;
        if (avatar.Participation is not { } participant) return;
        var conversation = participant.Conversation;
        if (conversation.Area is null && conversation.Participants.Any(p => p.Avatar.Avoids(avatar))) StepOut(avatar, now);
        else changes.Change(conversation); // who hears whom is otherwise than before
    }

    void KeepApart(Avatar removed, Conversation conversation)
    {
        foreach (var other in conversation.Participants)
            if (other.Avatar != removed) apart.Add((removed.Member, other.Avatar.Member));
    }

    void Reconcile(Avatar removed, Conversation conversation)
    {
        foreach (var other in conversation.Participants) apart.Remove((removed.Member, other.Avatar.Member));
    }

    /// <summary>Neither falls into conversation with the other; but the one who was not taken out may walk up to the other, and has then only just stopped.</summary>
    bool AreKeptApart(Avatar seeker, Avatar other, long now) =>
        seeker.Avoids(other) || apart.Contains((seeker.Member, other.Member)) || apart.Contains((other.Member, seeker.Member)) && now - seeker.StoodSince >= 2 * Nearness.Dwell;

    Obstacle Into(Conversation conversation, Avatar avatar, long now)
    {
        foreach (var other in conversation.Participants)
        {
            if (apart.Contains((avatar.Member, other.Avatar.Member))) return Obstacle.Removed;
            // as if nobody were there: whom one has nothing to do with is not told so
            if (conversation.Area is null && other.Avatar.Avoids(avatar)) return Obstacle.TooFar;
        }
        return Meeting.Into(conversation, avatar, room.Plan, now);
    }
}
