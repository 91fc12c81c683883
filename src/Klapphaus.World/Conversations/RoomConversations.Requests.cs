using Klapphaus.World.Moderation;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>What people ask for. Each answers with what became of it.</summary>
public sealed partial class RoomConversations
{
    /// <summary>Says whether one may be drawn into conversations. Who is in one stays in it.</summary>
    public void MakeAvailable(Avatar avatar, Availability availability, long now)
    {
        avatar.Availability = availability;
        if (availability == Availability.Available && avatar.Participation is null) SeekAgain(avatar, now);
    }

    /// <summary>Leaves the conversation without walking; until one walks, nobody is connected by standing near.</summary>
    public TalkOutcome StepOut(Avatar avatar, long now)
    {
        if (avatar.Participation is not { } participant) return TalkOutcome.NotInConversation;
        avatar.SteppedOut = true;
        Part(participant, PartingReason.SteppedOut, now);
        return TalkOutcome.Done;
    }

    /// <summary>Closes the conversation or opens it. On a stage only who has the word may.</summary>
    public TalkOutcome Close(Avatar avatar, bool closed, long now)
    {
        if (avatar.Participation is not { } participant) return TalkOutcome.NotInConversation;
        if (!MayLead(participant)) return TalkOutcome.NotAllowed;
        var conversation = participant.Conversation;
        if (conversation.Closed == closed) return TalkOutcome.Done;
        conversation.Closed = closed;
        changes.Change(conversation);
        if (!closed)
        {
            foreach (var other in conversation.Participants) SeekAgain(other.Avatar, now); // who stands there and waits comes in
            SeekIn(conversation.Area, now);
        }
        return TalkOutcome.Done;
    }

    /// <summary>Says what the conversation is about; empty takes it away.</summary>
    public TalkOutcome Name(Avatar avatar, string topic)
    {
        if (avatar.Participation is not { } participant) return TalkOutcome.NotInConversation;
        if (!MayLead(participant)) return TalkOutcome.NotAllowed;
        if (participant.Conversation.Topic == topic) return TalkOutcome.Done;
        participant.Conversation.Topic = topic;
        changes.Change(participant.Conversation);
        return TalkOutcome.Done;
    }

    /// <summary>Asks to be let in where it is closed or full; or takes that back.</summary>
    public TalkOutcome Knock(Avatar avatar, int id, bool wants, long now)
    {
        if (Find(id) is not { } conversation) return TalkOutcome.ConversationUnknown;
        if (wants && !avatar.Rights.HasFlag(Rights.Knock)) return TalkOutcome.NotAllowed;
        if (!wants)
        {
            if (conversation.TryForgetKnock(avatar)) changes.Change(conversation);
            return TalkOutcome.Done;
        }
        if (conversation.Find(avatar) is not null) return TalkOutcome.AlreadyIn;
        if (conversation.HasPass(avatar, now)) return TalkOutcome.Done;
        if (!conversation.Closed && !conversation.IsFull && !conversation.HasBarred(avatar)) return TalkOutcome.IsOpen;
        // whom one has nothing to do with one does not hear knock
        if (!conversation.Participants.Any(p => p.Avatar.Avoids(avatar)) && conversation.TryKnock(avatar)) changes.Change(conversation);
        return TalkOutcome.Done;
    }

    /// <summary>Answers who has knocked. Who is let in comes in at once if it stands there, or by walking there within <see cref="Nearness.Pass"/>.</summary>
    public TalkOutcome Answer(Avatar avatar, Avatar knocking, bool letIn, long now)
    {
        if (avatar.Participation is not { } participant) return TalkOutcome.NotInConversation;
        if (!MayLead(participant)) return TalkOutcome.NotAllowed;
        var conversation = participant.Conversation;
        if (!conversation.Knocks.Contains(knocking)) return TalkOutcome.PersonUnknown;
        if (letIn && conversation.IsCrammed) return TalkOutcome.Full;
        changes.Change(conversation);
        if (!letIn)
        {
            conversation.TryForgetKnock(knocking);
            return TalkOutcome.Done;
        }
        conversation.LetIn(knocking, now + Nearness.Pass);
        Reconcile(knocking, conversation);
        if (Into(conversation, knocking, now) == Obstacle.None) Join(conversation, knocking, JoinReason.LetIn, avatar.Handle, now);
        return TalkOutcome.Done;
    }

    /// <summary>Wants to hear only, or to be heard as well.</summary>
    public TalkOutcome Listen(Avatar avatar, bool listens) => Change(avatar, p => p.Listens = listens);

    /// <summary>Has switched on or off what the others hear and see. Whether they do is another matter (<see cref="Participant.IsHeard"/>).</summary>
    public TalkOutcome Send(Avatar avatar, MediaKinds media)
    {
        if (avatar.Participation is not { } participant) return TalkOutcome.NotInConversation;
        var allowed = media & avatar.MaySend;
        if (participant.Sends != allowed) Change(avatar, p => p.Sends = allowed);
        return allowed == media ? TalkOutcome.Done : TalkOutcome.NotAllowed;
    }

    /// <summary>Raises the hand or takes it down.</summary>
    public TalkOutcome RaiseHand(Avatar avatar, bool up, long now) => Change(avatar, p => p.HandSince = up ? p.HandSince ?? now : null);

    /// <summary>Asks the others to come along, or no longer does. There is one who leads at most.</summary>
    public TalkOutcome Lead(Avatar avatar, bool leads) => Change(avatar, participant =>
    {
        var conversation = participant.Conversation;
        if (!leads && conversation.Leader != participant) return;
        conversation.Leader = leads ? participant : null;
        foreach (var other in conversation.Participants) other.Follows = false;
    });

    /// <summary>Walks after the one who leads, or no longer does.</summary>
    public TalkOutcome Follow(Avatar avatar, bool follows)
    {
        if (avatar.Participation is not { } participant) return TalkOutcome.NotInConversation;
        if (follows && (participant.Conversation.Leader is not { } leader || leader == participant)) return TalkOutcome.PersonUnknown;
        return Change(avatar, p => p.Follows = follows);
    }

    /// <summary>Gives the word on a stage, or takes it. Who has it may give it on.</summary>
    public TalkOutcome GiveWord(Avatar avatar, Avatar to, bool word)
    {
        if (to.Participation is not { } receiver || avatar.Participation?.Conversation != receiver.Conversation) return TalkOutcome.NotInConversation;
        if (!receiver.Conversation.SpeakersOnly || !MayLead(avatar.Participation)) return TalkOutcome.NotAllowed;
        receiver.HasWord = word;
        receiver.HandSince = null;
        changes.Change(receiver.Conversation);
        return TalkOutcome.Done;
    }

    /// <summary>Takes somebody out of the conversation that they are in; they do not come back by themselves. For who may moderate them.</summary>
    public TalkOutcome Remove(Avatar avatar, Avatar whom, long now)
    {
        if (!Authority.MayModerate(avatar.Role, whom.Role)) return TalkOutcome.NotAllowed;
        if (whom.Participation is not { } participant) return TalkOutcome.NotInConversation;
        participant.Conversation.Bar(whom.Member);
        KeepApart(whom, participant.Conversation);
        whom.SteppedOut = true;
        Part(participant, PartingReason.Removed, now);
        return TalkOutcome.Done;
    }

    /// <summary>Lets nobody hear somebody in this room, or again. For who may moderate them.</summary>
    public TalkOutcome Mute(Avatar avatar, Avatar whom, bool muted) => Restrain(avatar, whom, whom.Restraint with { Muted = muted });

    /// <summary>Lets nobody see somebody's camera or screen in this room, or again. For who may moderate them.</summary>
    public TalkOutcome Hide(Avatar avatar, Avatar whom, bool unseen) => Restrain(avatar, whom, whom.Restraint with { Unseen = unseen });

    TalkOutcome Restrain(Avatar avatar, Avatar whom, Restraint restraint)
    {
        if (!Authority.MayModerate(avatar.Role, whom.Role)) return TalkOutcome.NotAllowed;
        room.Restrain(whom.Member, restraint);
        return TalkOutcome.Done;
    }

    /// <summary>What somebody may do here is otherwise than before; what it may not send any more, it does not.</summary>
    internal void RightsChanged(Avatar avatar)
    {
        if (avatar.Participation is not { } participant) return;
        participant.Sends &= avatar.MaySend;
        changes.Change(participant.Conversation);
    }

    /// <summary>On a stage those who have the word say what happens; elsewhere everybody who takes part.</summary>
    static bool MayLead(Participant participant) => !participant.Conversation.SpeakersOnly || participant.HasWord || participant.Avatar.IsStaff;

    TalkOutcome Change(Avatar avatar, Action<Participant> change)
    {
        if (avatar.Participation is not { } participant) return TalkOutcome.NotInConversation;
        change(participant);
        changes.Change(participant.Conversation);
        return TalkOutcome.Done;
    }
}
