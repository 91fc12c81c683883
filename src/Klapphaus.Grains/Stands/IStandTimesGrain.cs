namespace Klapphaus.Grains.Stands;

/// <summary>
/// The times for talks at a stand; the key is the stand's id, and the grain the same that keeps the stand. What is confirmed is stored. Each call answers with why
/// it was refused.
/// </summary>
[Alias("Klapphaus.IStandTimesGrain")]
public interface IStandTimesGrain : IGrainWithStringKey
{
    /// <summary>What one may book, and what one has to do with.</summary>
    [Alias("Times")]
    Task<StandTimes> Times(StandCaller who);

    /// <summary>A host offers times, one behind the other: all of them or none.</summary>
    [Alias("OfferTimes")]
    Task<ErrorCode> OfferTimes(StandCaller who, DateTimeOffset start, TimeSpan length, int count);

    /// <summary>A time is offered no more: one's own, or anybody's by who names hosts.</summary>
    [Alias("WithdrawTime")]
    Task<ErrorCode> WithdrawTime(StandCaller who, string id);

    /// <summary>Books a time; the stand's team is told by whom.</summary>
    [Alias("BookTime")]
    Task<ErrorCode> BookTime(StandCaller who, string id);

    /// <summary>Cancels a booking: by who has booked it, or by the host.</summary>
    [Alias("CancelTime")]
    Task<ErrorCode> CancelTime(StandCaller who, string id);
}
