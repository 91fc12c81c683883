namespace Klapphaus.World.Stands;

/// <summary>What became of something that somebody asked for at a stand's bell.</summary>
public enum BellOutcome
{
    /// <summary>It is so now, or was already.</summary>
    Done,

    /// <summary>The visitor has asked before, and that still stands.</summary>
    AlreadyAsked,

    /// <summary>So many wait that no more are taken.</summary>
    LineFull,

    /// <summary>The visitor has asked so often just now that hosts are left alone for a while.</summary>
    TooOften,

    /// <summary>Who staffs the stand does not ring at it.</summary>
    OwnStand,

    /// <summary>There is no such request, or it was too long ago.</summary>
    RequestUnknown,

    /// <summary>Another host was faster; the request says who.</summary>
    Taken,

    /// <summary>The request is over; it says how.</summary>
    Over,

    /// <summary>The host is in a talk.</summary>
    Busy,

    /// <summary>The host is not on duty.</summary>
    NotOnDuty,
}
