using Klapphaus.Contracts;

namespace Klapphaus.Client;

// What one asks at the bells of stands.
public sealed partial class HouseConnection
{
    /// <summary>Rings for somebody at the stand where one stands; what becomes of it comes as <see cref="BellChanged"/>.</summary>
    public Task<ErrorCode> RingBellAsync(string stand, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.RingBell), new RingBellRequest { Stand = stand }, cancellation);

    /// <summary>Asks for a talk alone, in the order of the line.</summary>
    public Task<ErrorCode> AskForTalkAsync(string stand, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.RingBell), new RingBellRequest { Stand = stand, Wish = "talk" }, cancellation);

    /// <summary>Has rung before the line was broken: hears how that is, or how it ended; rings anew only where the house knows nothing of it.</summary>
    public Task<ErrorCode> ResumeBellAsync(string stand, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.RingBell), new RingBellRequest { Stand = stand, Resume = true }, cancellation);

    /// <summary>Takes back that one has rung, or ends the talk.</summary>
    public Task<ErrorCode> LeaveBellAsync(string stand, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.LeaveBell), new LeaveBellRequest { Stand = stand }, cancellation);

    /// <summary>Says that one comes, or cannot, and what one has to say to that.</summary>
    public Task<ErrorCode> AnswerBellAsync(string stand, long request, bool accept, string text = "", CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.AnswerBell), new AnswerBellRequest { Stand = stand, Request = request, Accept = accept, Text = text }, cancellation);

    /// <summary>Ends the talk that one is in as a host.</summary>
    public Task<ErrorCode> EndTalkAsync(string stand, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.EndTalk), new EndTalkRequest { Stand = stand }, cancellation);

    /// <summary>Can be called for a stand, or no longer.</summary>
    public Task<ErrorCode> StandDutyAsync(string stand, bool on, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.StandDuty), new StandDutyRequest { Stand = stand, On = on }, cancellation);
}
