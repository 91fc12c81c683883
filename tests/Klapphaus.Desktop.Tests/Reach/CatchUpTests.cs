using Klapphaus.Contracts;
using Klapphaus.Desktop.Reach;

namespace Klapphaus.Desktop.Tests.Reach;

/// <summary>Bea looks after Stadt Soest, and has asked something at Stadt Unna.</summary>
public sealed class CatchUpTests
{
    readonly CatchUp catchUp = new();

    static EnquiryView Question(string id, bool answered = false) => new()
    {
        Id = id, Name = "Vera", Question = "Was kostet das?", CallBack = "none", Reach = "", Asked = DateTimeOffset.UnixEpoch,
        Answered = answered ? DateTimeOffset.UnixEpoch : null, AnsweredBy = answered ? "Otto" : "", Answer = answered ? "Nichts." : "",
    };

    static EnquiriesView Left(params string[] questions) => new() { Enquiries = Array.ConvertAll(questions, id => Question(id)), Cards = [], TakenBack = [] };

    static LeftAtStandView At(string stand, params EnquiryView[] asked) => new() { Stand = stand, Name = "Stadt Unna", Enquiries = asked, Card = null };

    static EnquiriesChangedEvent Told(string stand, string kind) => new() { Stand = stand, Name = "Stadt Unna", Kind = kind };

    int Asked(EnquiriesView left, EnquiriesChangedEvent? told = null) => catchUp.Take("s1", "Stadt Soest", left, told).Where(each => each.News.Kind == "asked").Sum(each => each.Count);

    [Fact]
    public void OnlyWhatIsNewIsNews()
    {
        Assert.Equal(0, Asked(Left("a", "b")));
        Assert.Equal(0, Asked(Left("b", "a")));
        Assert.Equal(2, Asked(Left("a", "c", "d")));
        Assert.Equal(1, Asked(Left("a", "b")));
    }

    [Fact]
    public void WhatComesBetweenTheLineAndTheLookIsToldOnce()
    {
        Asked(Left("a"));
        // b was left while there was no line, and the house tells of c before it was looked
        Assert.Equal(2, Asked(Left("a", "b", "c"), Told("s1", "asked")));
        Assert.Equal(0, Asked(Left("a", "b", "c")));
    }

    [Fact]
    public void WhatTheLookHasFoundIsNotToldAgain()
    {
        Asked(Left("a"));
        Assert.Equal(1, Asked(Left("a", "b")));
        Assert.Equal(0, Asked(Left("a", "b"), Told("s1", "asked")));
    }

    [Fact]
    public void WhatIsToldOfAStandThatWasNeverLookedAtCounts()
    {
        Assert.Equal(1, Asked(Left("a", "b"), Told("s1", "asked")));
        Assert.Equal(0, Asked(Left("a", "b")));
    }

    [Fact]
    public void TheFirstAnswerOfAStandIsNews()
    {
        Assert.Empty(catchUp.Take([At("s2", Question("a", answered: true))], null));
        var came = Assert.Single(catchUp.Take([At("s2", Question("a", answered: true)), At("s3", Question("a", answered: true), Question("b"))], null));
        Assert.Equal(("s3", "answered", 1), (came.News.Stand, came.News.Kind, came.Count));
    }

    [Fact]
    public void WhoSignsOutIsForgotten()
    {
        Asked(Left("a"));
        catchUp.Clear();
        Assert.Equal(0, Asked(Left("a", "b")));
    }
}
