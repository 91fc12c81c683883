using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>Questions that visitors leave at a stand.</summary>
public class EnquiryTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly List<Enquiry> stored = [];

    EnquiryList Enquiries => new(stored);

    static Enquiry Question(string id, string visitor = "vera") => new() { Id = id, Visitor = visitor, Question = "Was kostet das?", Asked = noon };

    [Fact]
    public void AQuestionIsLeftOnceHoweverOftenItIsSent()
    {
        Assert.Equal(EnquiryOutcome.Done, Enquiries.Leave(Question("q1")));
        Assert.Equal(EnquiryOutcome.Done, Enquiries.Leave(Question("q1")));
        Assert.Single(stored);
        Assert.Equal(EnquiryOutcome.Unknown, Enquiries.Leave(Question("q1", "max")));
        Assert.True(stored[0].IsOpen);
    }

    [Fact]
    public void WhoAnsweredFirstStaysWhoHas()
    {
        Enquiries.Leave(Question("q1"));
        Assert.Equal(EnquiryOutcome.Done, Enquiries.Answer("q1", "hanna", "Nichts.", noon.AddHours(1)));
        Assert.Equal(EnquiryOutcome.Answered, Enquiries.Answer("q1", "hugo", "Viel.", noon.AddHours(2)));
        Assert.Equal(EnquiryOutcome.Answered, Enquiries.Answer("q1", "hanna", "Wenig.", noon.AddHours(2)));
        Assert.Equal(EnquiryOutcome.Done, Enquiries.Answer("q1", "hanna", "Nichts.", noon.AddHours(3))); // sent again
        Assert.Equal(("hanna", noon.AddHours(1), "Nichts."), (stored[0].AnsweredBy, stored[0].Answered, stored[0].Answer));
        Assert.Equal(EnquiryOutcome.Unknown, Enquiries.Answer("q2", "hugo", "Viel.", noon));
    }

    [Fact]
    public void NobodyArrivesWithAnAnswer()
    {
        Enquiries.Leave(Question("q1") with { AnsweredBy = "hanna", Answered = noon, Answer = "Nichts." });
        Assert.Equal((true, ""), (stored[0].IsOpen, stored[0].Answer));
    }

    [Fact]
    public void OnlyTheVisitorTakesAQuestionBackAndNothingRemains()
    {
        Enquiries.Leave(Question("q1"));
        Assert.Equal(EnquiryOutcome.Unknown, Enquiries.TakeBack("q1", "max"));
        Assert.Equal(EnquiryOutcome.Done, Enquiries.TakeBack("q1", "vera"));
        Assert.Empty(stored);
    }

    [Fact]
    public void OneVisitorLeavesOnlySoMany()
    {
        for (var i = 0; i < EnquiryList.MostOfOne; i++) Assert.Equal(EnquiryOutcome.Done, Enquiries.Leave(Question($"q{i}")));
        Assert.Equal(EnquiryOutcome.TooMany, Enquiries.Leave(Question("more")));
        Assert.Equal(EnquiryOutcome.Done, Enquiries.Leave(Question("max", "max")));
        Enquiries.Answer("q0", "hanna", "Nichts.", noon);
        Assert.Equal(EnquiryOutcome.Done, Enquiries.Leave(Question("more")));
    }

    [Fact]
    public void AFullListMakesRoomByWhatWasAnsweredAndByNothingElse()
    {
        for (var i = 0; i < EnquiryList.Most; i++) Enquiries.Leave(Question($"q{i}", $"v{i}"));
        Assert.Equal(EnquiryOutcome.Full, Enquiries.Leave(Question("more")));
        Enquiries.Answer("q7", "hanna", "Nichts.", noon);
        Assert.Equal(EnquiryOutcome.Done, Enquiries.Leave(Question("more")));
        Assert.DoesNotContain(stored, e => e.Id == "q7");
        Assert.Equal(EnquiryList.Most, stored.Count);
    }

    [Theory]
    [InlineData(CallBack.None, "vera@altenburg.eu", "", null)]
    [InlineData(CallBack.InHouse, "", "", null)]
    [InlineData(CallBack.Email, "vera@altenburg.eu ", "vera@altenburg.eu", null)]
    [InlineData(CallBack.Email, "", "", StandFaultKind.ReachMissing)]
    [InlineData(CallBack.Email, "03447 1234", "", StandFaultKind.EmailUnusable)]
    [InlineData(CallBack.Telephone, "+49 (3447) 59-40", "+49 (3447) 59-40", null)]
    [InlineData(CallBack.Telephone, " ", "", StandFaultKind.ReachMissing)]
    [InlineData(CallBack.Telephone, "vera@altenburg.eu", "", StandFaultKind.TelephoneUnusable)]
    public void WhoWantsToBeCalledSaysWhereAndNothingElseIsKept(CallBack callBack, string reach, string kept, StandFaultKind? fault)
    {
        List<StandFault> faults = [];
        var read = (Question("q1") with { CallBack = callBack, Reach = reach }).Read(faults);
        Assert.Equal(fault, faults.Count == 0 ? (StandFaultKind?)null : Assert.Single(faults).Kind);
        Assert.Equal(kept, read.Reach);
    }

    [Fact]
    public void AQuestionHasWordsAndALimit()
    {
        List<StandFault> faults = [];
        (Question("q1") with { Question = " \u0007" }).Read(faults);
        (Question("q1") with { Question = new('x', Enquiry.LongestQuestion + 1) }).Read(faults);
        Assert.Equal([StandFaultKind.Missing, StandFaultKind.TooLong], faults.Select(f => f.Kind));
        Assert.Equal(new string('x', Enquiry.LongestQuestion), (Question("q1") with { Question = new('x', Enquiry.LongestQuestion) }).Read([]).Question);
    }

    [Theory]
    [InlineData(CallBack.None, " Nichts.\r\nGar nichts. ", "Nichts.\nGar nichts.", null)]
    [InlineData(CallBack.None, " ", "", StandFaultKind.Missing)]
    [InlineData(CallBack.Telephone, " ", "", null)]
    [InlineData(CallBack.InHouse, "", "", null)]
    public void AnAnswerIsInWritingUnlessItIsWantedOtherwise(CallBack callBack, string raw, string kept, StandFaultKind? fault)
    {
        List<StandFault> faults = [];
        Assert.Equal(kept, (Question("q1") with { CallBack = callBack }).ReadAnswer(raw, faults));
        Assert.Equal(fault, faults.Count == 0 ? (StandFaultKind?)null : Assert.Single(faults).Kind);
        Question("q1").ReadAnswer(new('x', Enquiry.LongestAnswer + 1), faults);
        Assert.Equal(("answer", StandFaultKind.TooLong), (faults[^1].Field, faults[^1].Kind));
    }

    [Theory]
    [InlineData("vera@altenburg.eu", true)]
    [InlineData("v.e+ra@post.altenburg.eu", true)]
    [InlineData("vera@müllheim.de", true)]
    [InlineData("vera", false)]
    [InlineData("@altenburg.eu", false)]
    [InlineData("vera@altenburg", false)]
    [InlineData("vera@altenburg..eu", false)]
    [InlineData("vera@.eu", false)]
    [InlineData("vera@@altenburg.eu", false)]
    [InlineData("vera@altenburg.eu,max@altenburg.eu", false)]
    [InlineData("vera@altenburg.eu, max", false)]
    [InlineData("Vera <vera@altenburg.eu>", false)]
    [InlineData("vera@alten\nburg.eu", false)]
    public void AnAddressIsOneAddress(string text, bool sound) => Assert.Equal(sound ? text : null, ReachChecks.Email(text));

    [Fact]
    public void AnAddressHasItsLimits()
    {
        Assert.NotNull(ReachChecks.Email(new string('v', 64) + "@altenburg.eu"));
        Assert.Null(ReachChecks.Email(new string('v', 65) + "@altenburg.eu"));
        Assert.Null(ReachChecks.Email("v@" + new string('a', ReachChecks.LongestEmail) + ".eu"));
    }

    [Theory]
    [InlineData("03447 594-0", true)]
    [InlineData("+49 3447 5940", true)]
    [InlineData("(03447) 594/0", true)]
    [InlineData("1234", false)]
    [InlineData("12345", true)]
    [InlineData("12345678901234567890", true)]
    [InlineData("123456789012345678901", false)]
    [InlineData("03447+5940", false)]
    [InlineData("++4934475940", false)]
    [InlineData("Rathaus 12345", false)]
    public void ANumberIsMadeOfDigits(string text, bool sound) => Assert.Equal(sound ? text : null, ReachChecks.Telephone(text));
}
