using Klapphaus.World.Conversations;
using Orleans.Concurrency;

namespace Klapphaus.Grains.Conversations;

/// <summary>
/// The conversations of one room; the key is the room's id, and the grain the same that keeps the room (<see cref="Rooms.IRoomGrain"/>). Each call
/// answers with why it was refused, or <see cref="ErrorCode.None"/>; what changed comes with the room's next tick.
/// </summary>
[Alias("Klapphaus.IRoomTalkGrain")]
public interface IRoomTalkGrain : IGrainWithStringKey
{
    /// <summary>Called by the member's own grain, which remembers it for other rooms.</summary>
    [Alias("MakeAvailable")]
    Task MakeAvailable(string member, Availability availability);

    /// <summary>The member has nothing to do with these. Called by the member's own grain, which remembers it.</summary>
    [Alias("Shun")]
    Task Shun(string member, string[] members);

    /// <summary>Writes to the conversation, to one person (<paramref name="to"/>), or to the room.</summary>
    [Alias("Say")]
    Task<ErrorCode> Say(Talker who, RemarkScope scope, int to, string text);

    /// <summary>Shows what is typed so far.</summary>
    [Alias("Type")]
    Task<ErrorCode> Type(Talker who, string text);

    [Alias("React")]
    Task<ErrorCode> React(Talker who, string reaction);

    [Alias("RaiseHand")]
    Task<ErrorCode> RaiseHand(Talker who, bool up);

    [Alias("SetTopic")]
    Task<ErrorCode> SetTopic(Talker who, string topic);

    [Alias("Close")]
    Task<ErrorCode> Close(Talker who, bool closed);

    [Alias("Knock")]
    Task<ErrorCode> Knock(Talker who, int conversation, bool wants);

    [Alias("AnswerKnock")]
    Task<ErrorCode> AnswerKnock(Talker who, int handle, bool letIn);

    [Alias("StepOut")]
    Task<ErrorCode> StepOut(Talker who);

    [Alias("Listen")]
    Task<ErrorCode> Listen(Talker who, bool listens);

    /// <summary>What one has switched on; the others are told.</summary>
    [Alias("Send")]
    Task<ErrorCode> Send(Talker who, MediaKinds media);

    [Alias("Lead")]
    Task<ErrorCode> Lead(Talker who, bool leads);

    [Alias("Follow")]
    Task<ErrorCode> Follow(Talker who, bool follows);

    [Alias("GiveWord")]
    Task<ErrorCode> GiveWord(Talker who, int handle, bool word);

    [AlwaysInterleave]
    [Alias("Remove")]
    Task<ErrorCode> Remove(Talker who, int handle);

    /// <summary>Passes something on to one other browser; refused between people who are not in one conversation with sound.</summary>
    [Alias("Signal")]
    Task<ErrorCode> Signal(Talker who, int to, string signal);

    /// <summary>Whether one is in one conversation with that member.</summary>
    [Alias("Meets")]
    Task<TalkPartner> Meets(Talker who, string member);
}
