namespace Klapphaus.World.Stands;

/// <summary>How a request at a stand's bell came to its end.</summary>
public enum BellEnd
{
    /// <summary>A host comes.</summary>
    Answered,

    /// <summary>They have talked.</summary>
    Talked,

    /// <summary>Nobody has answered in time.</summary>
    Unanswered,

    /// <summary>All who are there have said that they cannot.</summary>
    Declined,

    /// <summary>The visitor has taken it back.</summary>
    Withdrawn,

    /// <summary>The visitor has gone.</summary>
    Left,

    /// <summary>The host has gone in the middle of the talk.</summary>
    HostGone,

    /// <summary>The stand is shown no more.</summary>
    Shut,
}
