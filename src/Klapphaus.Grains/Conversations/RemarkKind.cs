namespace Klapphaus.Grains.Conversations;

/// <summary>What somebody lets others read.</summary>
public enum RemarkKind
{
    /// <summary>Something written and sent.</summary>
    Text,

    /// <summary>What is typed so far.</summary>
    Typing,

    /// <summary>A sign: clapping and the like.</summary>
    Reaction,
}
