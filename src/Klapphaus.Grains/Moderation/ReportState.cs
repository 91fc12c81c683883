namespace Klapphaus.Grains.Moderation;

/// <summary>How far a report has come. Stored as a number: new ones are added at the end.</summary>
public enum ReportState
{
    New,

    /// <summary>A moderator looks after it.</summary>
    Taken,

    /// <summary>Answered: something was done about it.</summary>
    Upheld,

    /// <summary>Answered: nothing was done about it.</summary>
    Rejected,
}
