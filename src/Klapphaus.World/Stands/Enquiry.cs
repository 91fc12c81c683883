using System.Globalization;
using Klapphaus.World.Conversations;

namespace Klapphaus.World.Stands;

/// <summary>A question that a visitor has left at a stand.</summary>
public sealed record Enquiry
{
    public const int LongestQuestion = 1_000;
    public const int LongestAnswer = 2_000;

    static readonly (string, string, string) question = ("question", "Frage", "question");
    static readonly (string, string, string) reach = ("reach", "Rückruf", "call back");
    static readonly (string, string, string) answer = ("answer", "Antwort", "answer");

    public required string Id { get; init; }

    /// <summary>Id of the member who asks.</summary>
    public required string Visitor { get; init; }

    /// <summary>What they were called as they asked.</summary>
    public string Name { get; init; } = "";

    public required string Question { get; init; }

    public CallBack CallBack { get; init; }

    /// <summary>The address or number for the answer, which the visitor has given for this; empty when it comes in the house.</summary>
    public string Reach { get; init; } = "";

    public required DateTimeOffset Asked { get; init; }

    /// <summary>Id of the host who has answered; empty before anybody has.</summary>
    public string AnsweredBy { get; init; } = "";

    public DateTimeOffset? Answered { get; init; }

    /// <summary>In the host's words; empty before anybody has answered, or when the answer came by another way.</summary>
    public string Answer { get; init; } = "";

    public bool IsOpen => Answered is null;

    /// <summary>The question as it is kept. Of no account when faults were found.</summary>
    public Enquiry Read(List<StandFault> faults)
    {
        var text = Wording.Clean(Question, LongestQuestion, lines: true);
        if (text is null) faults.Add(StandFault.Of(StandFaultKind.TooLong, question, LongestQuestion, Question.Length.ToString(CultureInfo.InvariantCulture)));
        else if (text.Length == 0) faults.Add(StandFault.Of(StandFaultKind.Missing, question));
        return this with { Question = text ?? "", Reach = ReadReach(faults) };
    }

    /// <summary>An answer as it is kept. Who wants it in writing gets it in writing; else it may be given elsewhere. Of no account when faults were found.</summary>
    public string ReadAnswer(string raw, List<StandFault> faults)
    {
        var text = Wording.Clean(raw, LongestAnswer, lines: true);
        if (text is null) faults.Add(StandFault.Of(StandFaultKind.TooLong, answer, LongestAnswer, raw.Length.ToString(CultureInfo.InvariantCulture)));
        else if (text.Length == 0 && CallBack == CallBack.None) faults.Add(StandFault.Of(StandFaultKind.Missing, answer));
        return text ?? "";
    }

    /// <summary>What is not needed for the answer is not kept.</summary>
    string ReadReach(List<StandFault> faults)
    {
        if (CallBack is not (CallBack.Email or CallBack.Telephone)) return "";
        if (string.IsNullOrWhiteSpace(Reach))
        {
            faults.Add(StandFault.Of(StandFaultKind.ReachMissing, reach));
            return "";
        }
        var read = CallBack == CallBack.Email ? ReachChecks.Email(Reach) : ReachChecks.Telephone(Reach);
        if (read is not null) return read;
        faults.Add(CallBack == CallBack.Email
            ? StandFault.Of(StandFaultKind.EmailUnusable, reach, ReachChecks.LongestEmail)
            : StandFault.Of(StandFaultKind.TelephoneUnusable, reach, ReachChecks.LongestTelephone));
        return "";
    }

    /// <summary>As it is written when a call fails: without who asks and what.</summary>
    public override string ToString() => Id;
}
