namespace Klapphaus.Grains.Moderation;

/// <summary>
/// What moderators did in one room (or, by the key <see cref="House.IHouseGrain.TheHouse"/>, in the house) in one month: the key is <c>room/2026-11</c>. Lines are
/// added and never changed, but for the name of who has been erased.
/// </summary>
[Alias("Klapphaus.IModerationLogGrain")]
public interface IModerationLogGrain : IGrainWithStringKey
{
    /// <summary>Adds a line; its number is given here.</summary>
    [Alias("Append")]
    Task Append(LogEntry entry);

    /// <summary>All lines, the oldest first.</summary>
    [Alias("Entries")]
    Task<LogEntry[]> Entries();

    /// <summary>Takes the name and the number of a member out of all lines; what happened remains.</summary>
    /// <returns>How many lines named it.</returns>
    [Alias("Erase")]
    Task<int> Erase(string member);

    /// <summary>The month is older than is kept.</summary>
    [Alias("Clear")]
    Task Clear();
}
