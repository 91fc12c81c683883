namespace Klapphaus.Contracts;

/// <summary>
/// What one may ask at the bell of a stand: as a visitor who stands at it, and as a host who is in the house. What becomes of it comes as news
/// (<see cref="IBellClient"/>), wherever one is by then.
/// </summary>
public interface IBellHub
{
    /// <summary>Rings for somebody, or asks for a talk with one of them alone. Asked again while that stands, one is told once more how it is.</summary>
    Task<AskResult> RingBell(RingBellRequest request);

    /// <summary>Takes back that one has rung, or ends the talk that has come of it. Without either it is so already. For the visitor.</summary>
    Task<AskResult> LeaveBell(LeaveBellRequest request);

    /// <summary>Says that one comes, or cannot. For hosts on duty.</summary>
    Task<AskResult> AnswerBell(AnswerBellRequest request);

    /// <summary>Ends the talk that one is in, and can be called again. Without a talk it is so already. For hosts.</summary>
    Task<AskResult> EndTalk(EndTalkRequest request);

    /// <summary>
    /// Can be called for a stand from now on, in whichever room one is and by each of one's connections, or no longer. For those of its team who may staff it.
    /// </summary>
    Task<AskResult> StandDuty(StandDutyRequest request);
}
