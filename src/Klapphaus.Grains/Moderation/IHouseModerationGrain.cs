using Klapphaus.Grains.Members;

namespace Klapphaus.Grains.Moderation;

/// <summary>Who may not be in the house, and what people have reported. There is one; its key is <see cref="House.IHouseGrain.TheHouse"/>.</summary>
[Alias("Klapphaus.IHouseModerationGrain")]
public interface IHouseModerationGrain : IGrainWithStringKey
{
    /// <summary>
    /// Keeps a member out of the house. The avatar is gone when this returns; connections are for the caller to end. Where the house wants a second pair of
    /// eyes, a long one holds for a day and waits for <see cref="Confirm"/>.
    /// </summary>
    [Alias("Ban")]
    Task<BanAnswer> Ban(Moderator by, string member, string reason, DateTimeOffset? until);

    /// <summary>Another moderator than who pronounced it confirms a ban that waits for that.</summary>
    /// <returns>
    /// <see cref="ErrorCode.None"/>, <see cref="ErrorCode.OwnBan"/>, or <see cref="ErrorCode.BanNotWaiting"/>: one that is over cannot be confirmed any more.
    /// </returns>
    [Alias("Confirm")]
    Task<ErrorCode> Confirm(Moderator by, string member);

    /// <summary>Takes a ban back, also one that waits to be confirmed.</summary>
    [Alias("Pardon")]
    Task<ErrorCode> Pardon(Moderator by, string member);

    /// <summary>Those in force, by member.</summary>
    [Alias("Bans")]
    Task<Dictionary<string, BanState>> Bans();

    /// <summary>Forgets bans that are over and reports that are older than they are kept.</summary>
    [Alias("Tidy")]
    Task Tidy();

    /// <summary>Forgets what a member was called and has said; who is kept out stays so, and what others reported stays without the name.</summary>
    [Alias("Erase")]
    Task Erase(string member);

    /// <summary>Takes a report or an objection into the queue.</summary>
    /// <returns><see cref="ErrorCode.None"/>, or <see cref="ErrorCode.TooManyReports"/>.</returns>
    [Alias("File")]
    Task<ErrorCode> File(Report report);

    /// <summary>The queue, the newest first.</summary>
    [Alias("Reports")]
    Task<Report[]> Reports();

    /// <summary>What one member has reported or objected to, and the answers.</summary>
    [Alias("ReportsOf")]
    Task<Report[]> ReportsOf(string member);

    /// <summary>Somebody looks after it; others see that.</summary>
    [Alias("Take")]
    Task<ErrorCode> Take(Moderator by, long number);

    /// <summary>Says what became of it; the one who reported reads the answer.</summary>
    [Alias("Answer")]
    Task<ErrorCode> Answer(Moderator by, long number, string answer, bool upheld);
}
