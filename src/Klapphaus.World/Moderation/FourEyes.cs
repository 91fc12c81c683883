namespace Klapphaus.World.Moderation;

/// <summary>
/// Where a house wants it, nobody is kept out of it for long on one moderator's word: a long ban holds at once, but for a day only, unless a second
/// moderator confirms it meanwhile.
/// </summary>
/// <param name="IsOn">Whether this house wants it.</param>
public sealed record FourEyes(bool IsOn)
{
    /// <summary>So long a ban holds on the word of one.</summary>
    public static readonly TimeSpan OnOneWord = TimeSpan.FromHours(24);

    /// <summary>Bans are asked for in whole minutes: what is over a day by less comes from the clocks of two machines, and not from who asked.</summary>
    static readonly TimeSpan slack = TimeSpan.FromSeconds(30);

    /// <summary>When a ban of the house ends unless it is confirmed before; null where it holds as it is pronounced.</summary>
    /// <remarks>Pronounced once more a ban that waits does not wait longer, and one that has been confirmed does not end sooner.</remarks>
    /// <param name="now">When it is pronounced.</param>
    /// <param name="until">The end that is pronounced; null for none.</param>
    /// <param name="standing">The ban that it takes the place of, if there is one.</param>
    public DateTimeOffset? ProvisionalEnd(DateTimeOffset now, DateTimeOffset? until, Ban? standing = null)
    {
        if (!IsOn || until is { } end && end - now <= OnOneWord + slack) return null;
        if (standing is null || !standing.IsInForce(now)) return now + OnOneWord;
        if (standing.Provisional is { } waits) return waits;
        return standing.Until is { } confirmed ? Latest(confirmed, now + OnOneWord) : null;
    }

    static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>What a moderator is to a ban. One that waits goes on waiting when the house does not want it any more.</summary>
    public static SecondLook Judge(Ban ban, string by, DateTimeOffset now) =>
        ban.Provisional is null || !ban.IsInForce(now) ? SecondLook.NothingWaits
        : ban.By == by ? SecondLook.SameEyes
        : SecondLook.Due;
}
