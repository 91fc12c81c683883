namespace Klapphaus.World.Stands;

/// <summary>A visitor wants somebody of a stand.</summary>
/// <param name="id">Number at this stand; not given twice, also when the stand has woken up anew. About the moment in milliseconds since 1970.</param>
/// <param name="visitor">Id of the member who asks.</param>
/// <param name="wish">What for.</param>
/// <param name="since">Since when.</param>
public sealed class BellRequest(long id, string visitor, BellWish wish, DateTimeOffset since)
{
    readonly HashSet<string> declined = [];

    public long Id => id;

    public string Visitor => visitor;

    public BellWish Wish => wish;

    public DateTimeOffset Since => since;

    /// <summary>The host who has accepted; null before anybody has.</summary>
    public string? Host { get; internal set; }

    /// <summary>How it ended; null before it has.</summary>
    public BellEnd? End { get; internal set; }

    /// <summary>The hosts who are being called, in the order in which they came on duty.</summary>
    public IReadOnlyList<string> Called { get; internal set; } = [];

    /// <summary>Nobody has answered in time, and the visitor waits for who is busy.</summary>
    public bool IsUnheard { get; internal set; }

    /// <summary>What a host who cannot come has answered last, and who; empty when none has said anything.</summary>
    public (string Host, string Text) Words { get; internal set; } = ("", "");

    public bool IsWaiting => Host is null && End is null;

    public bool IsTalk => Host is not null && End is null;

    /// <summary>When it is said that nobody has answered; null while it waits for who is busy.</summary>
    internal DateTimeOffset? Deadline { get; set; }

    internal void Decline(string host) => declined.Add(host);

    /// <summary>They change their mind.</summary>
    internal void Reconsider(string host) => declined.Remove(host);

    internal bool HasDeclined(string host) => declined.Contains(host);
}
