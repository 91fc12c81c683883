namespace Klapphaus.World.Conversations;

/// <summary>What became of something that somebody asked for in a conversation.</summary>
public enum TalkOutcome
{
    /// <summary>It is so now, or was already.</summary>
    Done,

    /// <summary>One is in no conversation, or not in the one that is meant.</summary>
    NotInConversation,

    /// <summary>There is no such conversation (any more).</summary>
    ConversationUnknown,

    /// <summary>There is no such person here (any more), or they have not asked.</summary>
    PersonUnknown,

    /// <summary>One is in it already.</summary>
    AlreadyIn,

    /// <summary>There is no place left, not even for who is let in.</summary>
    Full,

    /// <summary>It is open, and one only needs to stand there.</summary>
    IsOpen,

    /// <summary>One may not do this here.</summary>
    NotAllowed,
}
