namespace Klapphaus.World.Stands;

/// <summary>A time that a host offers for a talk.</summary>
public sealed record TimeSlot
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    public required string Id { get; init; }

    /// <summary>Id of the member who offers it.</summary>
    public required string Host { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    public required TimeSpan Length { get; init; }

    /// <summary>The stand's time zone by its name, as in <c>Europe/Berlin</c>: what people there mean by the hour.</summary>
    public required string Zone { get; init; }

    /// <summary>Id of the member who has booked it; empty while it is free.</summary>
    public string BookedBy { get; init; } = "";

    /// <summary>How often it was booked or cancelled, so that of two invitations the newer is known.</summary>
    public int Revision { get; init; }

    public DateTimeOffset End => Start + Length;

    public bool IsFree => BookedBy.Length == 0;

    /// <summary>One ends where the other begins at the earliest, else they overlap.</summary>
    public bool Overlaps(TimeSlot other) => Start < other.End && other.Start < End;
}
