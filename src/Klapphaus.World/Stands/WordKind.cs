namespace Klapphaus.World.Stands;

/// <summary>What a word of the network's vocabulary names.</summary>
public enum WordKind
{
    /// <summary>Something that towns struggle with.</summary>
    Challenge,

    /// <summary>Something that helps against it.</summary>
    Solution,
}
