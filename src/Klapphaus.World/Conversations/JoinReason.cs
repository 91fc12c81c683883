namespace Klapphaus.World.Conversations;

/// <summary>Why somebody is in a conversation.</summary>
public enum JoinReason
{
    /// <summary>By stopping beside somebody.</summary>
    Stopped,

    /// <summary>By standing where somebody of them stopped.</summary>
    Met,

    /// <summary>By stopping in the area that the conversation belongs to.</summary>
    CameIn,

    /// <summary>By knocking and being let in.</summary>
    LetIn,
}
