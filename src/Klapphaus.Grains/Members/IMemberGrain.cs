namespace Klapphaus.Grains.Members;

/// <summary>
/// A member as the house knows it: where it is signed in, and whether it may be here at all. The key is the member's id, and the grain the same that keeps
/// the avatar (<see cref="IAvatarGrain"/>).
/// </summary>
[Alias("Klapphaus.IMemberGrain")]
public interface IMemberGrain : IGrainWithStringKey
{
    /// <summary>Begins a session or prolongs it; refused to who is banned, and when the session that vouches for it has ended.</summary>
    [Alias("OpenSession")]
    Task<Opening> OpenSession(SessionOpening opening);

    /// <summary>Whether this session goes on: <see cref="ErrorCode.None"/>, <see cref="ErrorCode.SessionEnded"/> or <see cref="ErrorCode.Banned"/>.</summary>
    [Alias("CheckSession")]
    Task<Opening> CheckSession(string session);

    /// <summary>Signs out; the avatar leaves when it is there by no other session.</summary>
    [Alias("EndSession")]
    Task EndSession(string session);

    /// <summary>Signs out everywhere; the avatar leaves at once. The member may sign in again.</summary>
    [Alias("EndSessions")]
    Task EndSessions();

    /// <summary>Keeps the member out of the house: all its sessions end, and the avatar leaves at once.</summary>
    /// <returns>What the house knew of it; null when it knows no such member.</returns>
    [Alias("Ban")]
    Task<MemberProfile?> Ban(BanState ban);

    /// <summary>A second moderator has confirmed the ban: it holds as it was pronounced.</summary>
    /// <returns>False when none is in force any more.</returns>
    [Alias("ConfirmBan")]
    Task<bool> ConfirmBan();

    /// <summary>Takes a ban back. False when there was none.</summary>
    [Alias("Pardon")]
    Task<bool> Pardon();

    /// <summary>Has nothing to do with somebody from now on, in every room, or again.</summary>
    [Alias("Shun")]
    Task<ErrorCode> Shun(string other, bool shuns);

    /// <summary>The members with whom this one has nothing to do.</summary>
    [Alias("Shuns")]
    Task<string[]> Shuns();

    /// <summary>Everything that is kept with the member.</summary>
    [Alias("Export")]
    Task<MemberExport> Export();

    /// <summary>Forgets the member if it has been signed in nowhere since that day, is in no room, and is not banned.</summary>
    /// <returns>Whether it is forgotten.</returns>
    [Alias("ForgetIfGone")]
    Task<bool> ForgetIfGone(DateTimeOffset since);

    /// <summary>Forgets the member: its sessions end, the avatar leaves, and nothing is kept but a ban that is in force, without the name.</summary>
    [Alias("Erase")]
    Task Erase();

    /// <summary>What the house knows of the member; null when it knows no such member.</summary>
    [Alias("Profile")]
    Task<MemberProfile?> Profile();
}
