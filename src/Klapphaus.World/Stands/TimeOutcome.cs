namespace Klapphaus.World.Stands;

/// <summary>What became of a time that was to be offered, booked or cancelled.</summary>
public enum TimeOutcome
{
    /// <summary>It is so now, or was already.</summary>
    Done,

    /// <summary>There is no such time (any more), or it is not one's own.</summary>
    Unknown,

    /// <summary>It has begun, or lies further ahead than anybody plans.</summary>
    NotAhead,

    /// <summary>It is too short or too long.</summary>
    LengthUnusable,

    /// <summary>Nobody knows that time zone.</summary>
    ZoneUnknown,

    /// <summary>The host, or who wants to book, has another at that time.</summary>
    Overlaps,

    /// <summary>Somebody else has booked it.</summary>
    Taken,

    /// <summary>As many are offered as may be.</summary>
    Full,

    /// <summary>Who wants to book has booked as many as one may.</summary>
    TooMany,
}
