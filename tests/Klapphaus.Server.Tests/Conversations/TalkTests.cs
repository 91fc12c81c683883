using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Conversations;

/// <summary>People walk up to each other in a real house, and talk.</summary>
public sealed class TalkTests(TalkingHouse shared) : IClassFixture<TalkingHouse>
{
    readonly TestHouse house = shared.Open;

    /// <summary>They stand beside each other and talk.</summary>
    async Task<(Person Ada, Person Bo)> Pair(double x = 6, double y = 3)
    {
        var (ada, bo) = (await house.Enter("Ada", "saal"), await house.Enter("Bo", "saal"));
        await ada.WalkTo(x, y);
        await bo.WalkTo(x + 1.5, y);
        await ada.TalksWith(bo);
        await bo.TalksWith(ada);
        return (ada, bo);
    }

    [Fact]
    public async Task WhoStopsBesideSomebodyTalksAndWhatIsSaidIsReadByThoseTwoOnly()
    {
        var (ada, bo) = await Pair();
        await using var a = ada;
        await using var b = bo;
        await using var cem = await house.Enter("Cem", "saal");
        await cem.WalkTo(15, 6);
        var (adaHears, boHears, cemHears) = (new Listening(ada), new Listening(bo), new Listening(cem));
        Assert.Equal(ErrorCode.None, await ada.Connection.SayAsync("Grüß Gott!\nWie geht es?"));
        await boHears.Reads("Grüß Gott!\nWie geht es?");
        await adaHears.Reads("Grüß Gott!\nWie geht es?"); // with the time at which the house had it
        var said = Assert.Single(boHears.Said);
        Assert.Equal(("text", "conversation", ada.Picture.Handle, -1), (said.Kind, said.Scope, said.From, said.To));
        Assert.InRange(said.At, DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeMilliseconds(), DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds());

        Assert.Equal(ErrorCode.None, await bo.Connection.SayToAsync(cem.Picture.Handle, "Komm dazu")); // a word that comes after all of that
        await cemHears.Reads("Komm dazu");
        Assert.Equal(["Komm dazu"], cemHears.Said.Select(s => s.Text));
        await boHears.Reads("Komm dazu");
        Assert.DoesNotContain(adaHears.Said, s => s.Text == "Komm dazu");
    }

    [Fact]
    public async Task WhoWalksAwayIsOutAndTheOtherIsToldThatTheyAreAlone()
    {
        var (ada, bo) = await Pair();
        await using var a = ada;
        await using var b = bo;
        var (adaHears, boHears) = (new Listening(ada), new Listening(bo));
        await bo.WalkTo(15, 6);
        await boHears.IsTold("walkedAway");
        await adaHears.IsTold("alone");
        Assert.Null(ada.Picture.Talk);
        await ada.WaitUntil(p => p.Conversations.Length == 0, "no conversation is drawn");
        Assert.Equal(ErrorCode.NotInConversation, await ada.Connection.SayAsync("Hallo?"));
    }

    [Fact]
    public async Task EverybodyInTheRoomSeesWhoStandsTogetherAndWhatItIsAbout()
    {
        var (ada, bo) = await Pair();
        await using var a = ada;
        await using var b = bo;
        Assert.Equal(ErrorCode.None, await ada.Connection.SetTopicAsync("  Leerstand \u202Eund Läden "));
        await using var cem = await house.Enter("Cem", "saal");
        await cem.WaitUntil(p => p.Conversations is [{ Topic: "Leerstand und Läden" } c] && c.People.Length == 2, "the circle of Ada and Bo with its topic");
        await cem.WalkTo(15, 6);
        await bo.Connection.CloseConversationAsync(true);
        await cem.WaitUntil(p => p.Conversations is [{ Closed: true }], "it is closed");
    }

    [Fact]
    public async Task ThroughAWallNobodyIsConnected()
    {
        await using var ada = await house.Enter("Ada", "saal");
        await using var bo = await house.Enter("Bo", "saal");
        await using var cem = await house.Enter("Cem", "saal");
        await ada.WalkTo(9.5, 3);
        await bo.WalkTo(11.5, 3.9);
        await cem.WalkTo(9.5, 4.5);
        await ada.TalksWith(cem); // that was later
        await bo.TalksWithNobody();
    }

    [Fact]
    public async Task WhoIsBusyIsLeftAlone()
    {
        await using var ada = await house.Enter("Ada", "saal");
        await using var bo = await house.Enter("Bo", "saal");
        var boHears = new Listening(bo);
        await ada.WalkTo(6, 3);
        Assert.Equal(ErrorCode.None, await ada.Connection.SetAvailabilityAsync("busy"));
        await bo.WaitUntil(p => p.PersonOf(ada.Id)?.Availability == "busy", "Ada is busy");
        await bo.WalkTo(7.5, 3);
        await boHears.IsRefused("busy");
        Assert.Equal(ada.Picture.Handle, boHears.Refusals[0].Other);
        await ada.TalksWithNobody();
        Assert.Equal(ErrorCode.Malformed, await ada.Connection.SetAvailabilityAsync("everywhere"));
        Assert.Equal(ErrorCode.Malformed, await ada.Connection.SetAvailabilityAsync("7"));
        Assert.Equal(ErrorCode.None, await ada.Connection.SetAvailabilityAsync("available"));
        await ada.TalksWith(bo);
    }

    [Fact]
    public async Task OneKnocksAndIsLetIn()
    {
        var (ada, bo) = await Pair();
        await using var a = ada;
        await using var b = bo;
        await using var cem = await house.Enter("Cem", "saal");
        var cemHears = new Listening(cem);
        Assert.Equal(ErrorCode.None, await ada.Connection.CloseConversationAsync(true));
        await cem.WalkTo(6.5, 4.5);
        await cemHears.IsRefused("closed");
        var id = cemHears.Refusals[0].Conversation;
        Assert.Equal(ErrorCode.NotInConversation, await cem.Connection.SayAsync("Darf ich?"));
        Assert.Equal(ErrorCode.None, await cem.Connection.KnockAsync(id));
        await bo.WaitUntil(p => p.Talk is { Knocks: [var h] } && h == cem.Picture.Handle, "Cem knocks");
        Assert.Equal(ErrorCode.NotInConversation, await cem.Connection.AnswerKnockAsync(cem.Picture.Handle, true));
        Assert.Equal(ErrorCode.None, await bo.Connection.AnswerKnockAsync(cem.Picture.Handle, true));
        await cem.TalksWith(ada, bo);
        Assert.Equal("letIn", cem.Picture.Talk!.People[2].Why);
    }

    [Fact]
    public async Task ATableIsAConversationWithAsManyPlacesAsItHas()
    {
        await using var ada = await house.Enter("Ada", "saal");
        await using var bo = await house.Enter("Bo", "saal");
        await using var cem = await house.Enter("Cem", "saal");
        var cemHears = new Listening(cem);
        await ada.WalkTo(15, 2);
        await ada.TalksWith();
        Assert.Equal("table-1", ada.Picture.Talk!.Area);
        await bo.WalkTo(18, 3);
        await ada.TalksWith(bo);
        await cem.WalkTo(16, 2.5);
        await cemHears.IsRefused("full");
    }

    [Fact]
    public async Task WhatIsTypedReactionsAndHandsComeToTheOthers()
    {
        var (ada, bo) = await Pair();
        await using var a = ada;
        await using var b = bo;
        var boHears = new Listening(bo);
        await ada.Connection.InvokeRawAsync<object>(nameof(IHouseHub.Type), [new TypeRequest { Text = "Ich" }]);
        await boHears.Reads("Ich");
        Assert.Equal("typing", boHears.Said[0].Kind);
        Assert.Equal(ErrorCode.None, await ada.Connection.AskAsync(nameof(IHouseHub.React), new ReactRequest { Reaction = "clap" }));
        await boHears.Reads("clap");
        Assert.Equal(ErrorCode.TextUnusable, await ada.Connection.AskAsync(nameof(IHouseHub.React), new ReactRequest { Reaction = "<script>" }));
        await ada.Connection.AskAsync(nameof(IHouseHub.RaiseHand), new HandRequest { Up = true });
        await bo.WaitUntil(p => p.Talk!.People.Any(each => each.Hand == 1 && each.Handle == ada.Picture.Handle), "Ada raises her hand");
        await ada.Connection.AskAsync(nameof(IHouseHub.Listen), new ListenRequest { Listens = true });
        await bo.WaitUntil(p => p.Talk!.People.Any(each => each is { Listens: true, Heard: false }), "Ada only listens");
    }

    [Fact]
    public async Task WhoComesBackByAnotherConnectionIsStillInTheConversation()
    {
        var (ada, bo) = await Pair();
        await using var b = bo;
        await using var again = await house.Arrive("Ada", ada.Connection.Token);
        await again.Enter("saal");
        await again.TalksWith(bo);
        await bo.TalksWith(again);
        await ada.DisposeAsync();
    }

    [Fact]
    public async Task WhoLeavesTheRoomIsOutOfTheConversation()
    {
        var (ada, bo) = await Pair();
        await using var b = bo;
        await ada.DisposeAsync();
        await bo.TalksWithNobody();
    }
}
