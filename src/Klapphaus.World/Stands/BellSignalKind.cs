namespace Klapphaus.World.Stands;

/// <summary>What is to be told when something happens at a stand's bell.</summary>
public enum BellSignalKind
{
    /// <summary>To a host: somebody wants you.</summary>
    Calls,

    /// <summary>To a host: no longer; another has answered, or it is over.</summary>
    Stops,

    /// <summary>To the visitor: a host has accepted. The host knows it by the answer, and sees a talk in what is said of the stand.</summary>
    Accepted,

    /// <summary>To the visitor: nobody has answered yet; who is busy still may.</summary>
    Unheard,

    /// <summary>To the visitor: it is over. The host of a talk sees it in what is said of the stand.</summary>
    Over,
}
