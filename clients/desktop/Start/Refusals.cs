namespace Klapphaus.Desktop.Start;

/// <summary>Why the house refuses something, in words. Where it has said so itself, in its own.</summary>
static class Refusals
{
    /// <param name="error">Not <see cref="ErrorCode.None"/>.</param>
    /// <param name="detail">The house's own sentence, or empty.</param>
    public static Phrase Of(ErrorCode error, string detail = "") => detail.Length > 0 ? new(Sentence.Quoted, detail, (int)error) : error switch
    {
        ErrorCode.Unavailable => new(Sentence.HouseUnavailable),
        ErrorCode.SignInNeeded or ErrorCode.SessionEnded => new(Sentence.SessionOver),
        ErrorCode.Banned => new(Sentence.Banned),
        ErrorCode.ProtocolTooOld => new(Sentence.ProgramTooOld),
        ErrorCode.ProtocolTooNew => new(Sentence.HouseTooOld),
        ErrorCode.TooManyCalls => new(Sentence.TooManyCalls),
        ErrorCode.StandUnknown => new(Sentence.StandUnknown),
        ErrorCode.StandRightMissing => new(Sentence.StandRightMissing),
        ErrorCode.NotOnDuty => new(Sentence.NotOnDuty),
        ErrorCode.BellTaken => new(Sentence.BellTaken),
        ErrorCode.BellOver or ErrorCode.BellUnknown => new(Sentence.BellOver),
        ErrorCode.BellBusy => new(Sentence.BellBusy),
        _ => new(Sentence.Refused, (int)error),
    };
}
