using Klapphaus.Server.Stands.Search;
using static Klapphaus.Server.Tests.Stands.Search.Hall;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>From a challenge to those who know what to do.</summary>
public sealed class SolutionTests : IDisposable
{
    readonly Hall hall = new(
        Stand("Ahlen") with { Solutions = [new("Laden auf Zeit", ["Leerstand am Markt", "Leerstand"]), new("Lastenräder", ["Verkehr"])] },
        Stand("Bonn") with { Challenges = ["Leerstand"] },
        Stand("Celle") with { Room = "foyer", Materials = [Material("Leitfaden") with { Solutions = [new("Kataster", ["Leerstände"])] }] },
        Stand("Dorsten") with { Solutions = [new("Vacancy map", ["Vacant shops"])], Language = "en" },
        Stand("Emden") with { Solutions = [new("Wochenmarkt", ["Leerstand am Markt"])], Topics = ["Markt"] });

    public void Dispose() => hall.Dispose();

    [Fact]
    public void ChallengeLeadsToTheStandsThatNameASolutionWithTheReason()
    {
        var answer = For("leerstand");
        Assert.Equal(["Ahlen", "Emden", "Celle"], answer.Hits.Select(h => h.Stand));
        Assert.Equal([new("Laden auf Zeit", "Leerstand"), new("Laden auf Zeit", "Leerstand am Markt")], answer.Hits[0].Solutions);
        Assert.Equal(("Leitfaden", "foyer", "stand-Celle"), (answer.Hits[2].Material, answer.Hits[2].Room, answer.Hits[2].Place));
        Assert.Equal([new("Kataster", "Leerstände")], answer.Hits[2].Solutions);
        Assert.Equal((3, true), (answer.Total, answer.HasAllWords));
    }

    [Fact]
    public void NearestComesFirstAmongThoseThatNameItAlike()
    {
        Assert.Equal(["Ahlen", "Emden"], For("Leerstand am Markt", new("halle", (_, _) => 1)).Hits.Select(h => h.Stand));
        Assert.Equal(["Ahlen", "Celle", "Emden"], For("leerstand", new("foyer", (_, _) => 1)).Hits.Select(h => h.Stand));
        Assert.Equal(["Emden", "Ahlen"], For("Leerstand am Markt", new("halle", (_, place) => place == "stand-Emden" ? 1 : 2)).Hits.Select(h => h.Stand));
    }

    [Fact]
    public void ChallengeMayBeAskedForInOtherWords()
    {
        Assert.Equal(["Leerstand am Markt"], For("auf den Märkten der Leerstand").Hits[0].Solutions.Select(s => s.Challenge));
        Assert.Equal(["Vacancy map"], For("vacant shop").Hits[0].Solutions.Select(s => s.Solution));
    }

    [Fact]
    public void WordsAndChallengeHoldTogether()
    {
        var answer = hall.Find(new StandQuery { Challenge = "Leerstand", Text = "Wochenmärkte" });
        var hit = Assert.Single(answer.Hits);
        Assert.Equal(("Emden", SearchField.Solutions), (hit.Stand, hit.Reasons[0].Field));
        Assert.Equal([new("Wochenmarkt", "Leerstand am Markt")], hit.Solutions);
        Assert.Empty(hall.Find(new StandQuery { Challenge = "Verkehr", Text = "Wochenmärkte" }).Hits);
        Assert.Empty(hall.Find(new StandQuery { Text = "Wochenmärkte" }).Hits[0].Solutions);
    }

    [Fact]
    public void ChallengesAreCountedAsAnotherChoiceWouldFindThem()
    {
        Assert.Equal([new("Leerstand am Markt", 2), new("Leerstand", 1), new("Leerstände", 1), new("Vacant shops", 1), new("Verkehr", 1)], hall.Find("").Facets.Challenges);
        Assert.Equal([new("Leerstand am Markt", 1)], hall.Find(new StandQuery { Challenge = "Verkehr", Topic = "Markt" }).Facets.Challenges);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("Hochwasser")]
    [InlineData("Leerstand Verkehr")] // nobody names one for both
    public void WhatNobodyHasASolutionForLeadsNowhere(string challenge) => Assert.Empty(For(challenge).Hits);

    [Fact]
    public void SearchShowsTheChallengeThatASolutionIsFor()
    {
        var hit = hall.Find("Verkehr").Hits[0];
        var reason = Assert.Single(hit.Reasons);
        Assert.Equal(("Ahlen", SearchField.Challenges, "Verkehr"), (hit.Stand, reason.Field, reason.Text));
    }

    StandAnswer For(string challenge, Nearness? near = null) => hall.Find(new StandQuery { Challenge = challenge }, near);
}
