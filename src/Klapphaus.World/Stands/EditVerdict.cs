namespace Klapphaus.World.Stands;

/// <summary>What became of an edit.</summary>
public enum EditVerdict
{
    /// <summary>It is so now.</summary>
    Taken,

    /// <summary>It was so already.</summary>
    Same,

    /// <summary>Somebody has changed the field meanwhile; the result says what it is now.</summary>
    Outdated,

    /// <summary>The value cannot stand there; the result says why.</summary>
    Unusable,

    /// <summary>It was to undo a change that the history does not reach back to.</summary>
    Forgotten,
}
