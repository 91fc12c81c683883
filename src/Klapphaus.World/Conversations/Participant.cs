using Klapphaus.World.Moderation;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Conversations;

/// <summary>Somebody in a conversation.</summary>
public sealed class Participant(Avatar avatar, Conversation conversation)
{
    public Avatar Avatar => avatar;

    public Conversation Conversation => conversation;

    /// <summary>How it came in.</summary>
    public required JoinReason Why { get; init; }

    /// <summary>Number of the avatar beside which it came in; its own where there was nobody.</summary>
    public required int With { get; init; }

    /// <summary>Since when, in milliseconds on the room's clock.</summary>
    public required long Since { get; init; }

    /// <summary>Wants to hear and not to be heard.</summary>
    public bool Listens { get; internal set; }

    /// <summary>May be heard where only speakers are.</summary>
    public bool HasWord { get; internal set; }

    /// <summary>When the hand went up, in milliseconds on the room's clock, or null.</summary>
    public long? HandSince { get; internal set; }

    /// <summary>Walks after the one who leads.</summary>
    public bool Follows { get; internal set; }

    /// <summary>What it has switched on.</summary>
    public MediaKinds Sends { get; internal set; }

    /// <summary>
    /// Whether it has sound and picture. Browsers that are connected each with each can do that for four; without a media server who comes later has text
    /// until there is room.
    /// </summary>
    public bool HasSound
    {
        get
        {
            if (conversation.Routed) return true;
            for (var i = 0; i < Nearness.Mesh && i < conversation.Participants.Count; i++)
                if (conversation.Participants[i] == this) return true;
            return false;
        }
    }

    /// <summary>Whether the others hear it, if it has anything to say.</summary>
    public bool IsHeard => !avatar.Muted && avatar.Rights.HasFlag(Rights.Speak) && !Listens && (!conversation.SpeakersOnly || HasWord);
}
