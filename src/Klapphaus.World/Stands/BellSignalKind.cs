namespace Klapphaus.World.Stands;

/// <summary>What is to be told when something happens at a stand's bell.</summary>
public enum BellSignalKind
{
    /// <summary>To a host: somebody wants you.</summary>
    Calls,

    /// <summary>To a host: no longer; another has answered, or it is over.</summary>
    Stops,

    /// <summary>To the visitor and the host: they belong together now.</summary>
    Accepted,

    /// <summary>To the visitor: nobody has answered yet; who is busy still may.</summary>
    Unheard,

    /// <summary>To the visitor, and the host of a talk: it is over.</summary>
    Over,
}
