using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What stands against a time, by its number.</summary>
static class TimeErrors
{
    public static ErrorCode Of(TimeOutcome outcome) => outcome switch
    {
        TimeOutcome.Done => ErrorCode.None,
        TimeOutcome.NotAhead => ErrorCode.TimeNotAhead,
        TimeOutcome.LengthUnusable or TimeOutcome.ZoneUnknown => ErrorCode.TimeUnusable,
        TimeOutcome.Overlaps => ErrorCode.TimeOverlaps,
        TimeOutcome.Taken => ErrorCode.TimeTaken,
        TimeOutcome.Full => ErrorCode.TimesFull,
        TimeOutcome.TooMany => ErrorCode.TooManyTimes,
        _ => ErrorCode.TimeUnknown,
    };
}
