using Klapphaus.Grains.Conversations;
using Orleans.Concurrency;

namespace Klapphaus.Grains.Moderation;

/// <summary>
/// What moderators do in one room; the key is the room's id, and the grain the same that keeps the room. Each call answers with why it was refused, or
/// <see cref="ErrorCode.None"/>. What is done is in force at once, is stored, and stands in the room's log; nobody who walks waits for the store meanwhile.
/// </summary>
[Alias("Klapphaus.IRoomModerationGrain")]
public interface IRoomModerationGrain : IGrainWithStringKey
{
    /// <summary>Lets nobody hear somebody, or again.</summary>
    [AlwaysInterleave]
    [Alias("Mute")]
    Task<ErrorCode> Mute(Talker who, int handle, bool muted);

    /// <summary>Lets nobody hear those in a conversation whom one may moderate; with 0 all in the room.</summary>
    [AlwaysInterleave]
    [Alias("MuteAll")]
    Task<ErrorCode> MuteAll(Talker who, int conversation, int but);

    /// <summary>Lets nobody see somebody's camera or screen, or again.</summary>
    [AlwaysInterleave]
    [Alias("Hide")]
    Task<ErrorCode> Hide(Talker who, int handle, bool hidden);

    /// <summary>Asks somebody to switch the microphone on, and takes a mute away.</summary>
    [AlwaysInterleave]
    [Alias("AskToSpeak")]
    Task<ErrorCode> AskToSpeak(Talker who, int handle);

    [AlwaysInterleave]
    [Alias("Warn")]
    Task<ErrorCode> Warn(Talker who, int handle, string reason);

    /// <summary>Puts somebody elsewhere in the room, in units.</summary>
    [AlwaysInterleave]
    [Alias("Put")]
    Task<ErrorCode> Put(Talker who, int handle, int x, int y);

    /// <summary>Takes somebody out of the room, who may come back; <paramref name="to"/> is where they are to go instead, or null.</summary>
    [AlwaysInterleave]
    [Alias("Expel")]
    Task<ErrorCode> Expel(Talker who, int handle, string reason, string? to);

    /// <summary>Keeps somebody out of this room who is in it now.</summary>
    [AlwaysInterleave]
    [Alias("BanFromRoom")]
    Task<ErrorCode> BanFromRoom(Talker who, string member, string reason, DateTimeOffset? until);

    /// <summary>Takes a ban back. Whoever does it need not be in the room.</summary>
    [AlwaysInterleave]
    [Alias("Pardon")]
    Task<ErrorCode> Pardon(Moderator by, string member);

    /// <summary>Says who may do what here, from now on. Whoever does it need not be in the room.</summary>
    [AlwaysInterleave]
    [Alias("UsePolicy")]
    Task<ErrorCode> UsePolicy(Moderator by, PolicyState policy);

    /// <summary>Who may do what here, who is kept out, and who is kept from something.</summary>
    [AlwaysInterleave]
    [Alias("Rules")]
    Task<RoomRules> Rules();

    /// <summary>Lets in who asks to be let in, or turns them away.</summary>
    [AlwaysInterleave]
    [Alias("Admit")]
    Task<ErrorCode> Admit(Moderator by, string member, bool admitted);

    /// <summary>Lets in everybody who asks.</summary>
    [AlwaysInterleave]
    [Alias("AdmitAll")]
    Task<ErrorCode> AdmitAll(Moderator by);

    /// <summary>Forgets bans that are over.</summary>
    [AlwaysInterleave]
    [Alias("Tidy")]
    Task Tidy();

    /// <summary>Forgets what a member was called; who is kept out stays so.</summary>
    [AlwaysInterleave]
    [Alias("Erase")]
    Task Erase(string member);

    /// <summary>What a report is about: the person, and those of these remarks that the reporter could read.</summary>
    [AlwaysInterleave]
    [Alias("Witness")]
    Task<Evidence> Witness(Talker who, int handle, long[] remarks);

    /// <summary>Takes a text away from all who have it.</summary>
    [AlwaysInterleave]
    [Alias("Retract")]
    Task<ErrorCode> Retract(Talker who, long remark);
}
