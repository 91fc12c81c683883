namespace Klapphaus.World.Stands;

/// <summary>What became of a card that somebody wanted to hand over or take back.</summary>
public enum CardOutcome
{
    /// <summary>It is so now, or was already.</summary>
    Done,

    /// <summary>No field was named.</summary>
    NothingNamed,

    /// <summary>A field was named in which nothing stands.</summary>
    FieldEmpty,

    /// <summary>The words that were agreed to are no longer those of the house; they have to be read again.</summary>
    WordingOutdated,

    /// <summary>There is no such card, or it is not one's own.</summary>
    Unknown,

    /// <summary>As many are kept as may be.</summary>
    Full,

    /// <summary>The other has said no, or has not answered in time.</summary>
    Over,
}
