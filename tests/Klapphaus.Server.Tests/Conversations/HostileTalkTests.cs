using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Conversations;

/// <summary>Eve wants to hear and to say what is not hers.</summary>
public sealed class HostileTalkTests(TalkingHouse shared) : IClassFixture<TalkingHouse>
{
    readonly TestHouse house = shared.Open;

    async Task<(Person Ada, Person Bo, Person Eve)> PairAndEve()
    {
        var (ada, bo, eve) = (await house.Enter("Ada", "saal"), await house.Enter("Bo", "saal"), await house.Enter("Eve", "saal"));
        await ada.WalkTo(6, 3);
        await bo.WalkTo(7.5, 3);
        await ada.TalksWith(bo);
        await eve.WalkTo(15, 6);
        return (ada, bo, eve);
    }

    [Fact]
    public async Task SignalsGoOnlyBetweenPeopleOfOneConversation()
    {
        var (ada, bo, eve) = await PairAndEve();
        await using var a = ada;
        await using var b = bo;
        await using var e = eve;
        var (adaHears, boHears) = (new Listening(ada), new Listening(bo));
        Assert.Equal(ErrorCode.NotInConversation, await Signals(eve, ada, "angebot von aussen"));
        Assert.Equal(ErrorCode.NotInConversation, await Signals(ada, eve, "angebot nach aussen"));
        Assert.Equal(ErrorCode.NotInConversation, await Signals(ada, ada, "angebot an mich"));
        Assert.Equal(ErrorCode.None, await Signals(bo, ada, "angebot"));
        await adaHears.Hears("angebot");
        Assert.Equal([new SignalledEvent { From = bo.Picture.Handle, Signal = "angebot" }], adaHears.Signals);
        Assert.Empty(boHears.Signals);

        await bo.WalkTo(2, 6);
        await bo.TalksWithNobody();
        Assert.Equal(ErrorCode.NotInConversation, await Signals(bo, ada, "nach dem Abschied"));
        Assert.Single(adaHears.Signals);
    }

    [Fact]
    public async Task VisitorsAreNoModerators()
    {
        var (ada, bo, eve) = await PairAndEve();
        await using var a = ada;
        await using var b = bo;
        await using var e = eve;
        var handle = ada.Picture.Handle;
        Assert.Equal(ErrorCode.ModeratorsOnly, await eve.Connection.AskAsync(nameof(IHouseHub.Mute), new MuteRequest { Handle = handle, Muted = true }));
        Assert.Equal(ErrorCode.ModeratorsOnly, await bo.Connection.AskAsync(nameof(IHouseHub.Mute), new MuteRequest { Handle = handle, Muted = true }));
        Assert.Equal(ErrorCode.NotAllowed, await bo.Connection.AskAsync(nameof(IHouseHub.RemoveFromConversation), new RemoveRequest { Handle = handle }));
        Assert.Equal(ErrorCode.NotAllowed, await eve.Connection.SayToRoomAsync("Alle mal herhören"));
        Assert.Equal(ErrorCode.ModeratorsOnly, await bo.Connection.AskAsync(nameof(IHouseHub.Mute), new MuteRequest { Handle = 60_000, Muted = true }));
        Assert.Equal(ErrorCode.NotInConversation, await eve.Connection.SetTopicAsync("Eve war hier"));
        Assert.Equal(ErrorCode.NotInConversation, await eve.Connection.CloseConversationAsync(true));
        Assert.Equal(ErrorCode.NotInConversation, await eve.Connection.AnswerKnockAsync(handle, true));
        Assert.Equal(ErrorCode.ConversationUnknown, await eve.Connection.KnockAsync(-5));
        await ada.TalksWith(bo);
        Assert.True(ada.Picture.Talk!.People.All(p => p.Heard));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u202E\u200B")]
    public async Task WhatCannotBeSeenIsNotSaid(string text)
    {
        var (ada, bo, eve) = await PairAndEve();
        await using var a = ada;
        await using var b = bo;
        await using var e = eve;
        Assert.Equal(ErrorCode.TextUnusable, await ada.Connection.SayAsync(text));
    }

    [Fact]
    public async Task WhatIsTooLongOrNobodysIsRefused()
    {
        var (ada, bo, eve) = await PairAndEve();
        await using var a = ada;
        await using var b = bo;
        await using var e = eve;
        Assert.Equal(ErrorCode.TextUnusable, await ada.Connection.SayAsync(new string('x', 1_001)));
        Assert.Equal(ErrorCode.TextUnusable, await ada.Connection.SetTopicAsync(new string('x', 81)));
        Assert.Equal(ErrorCode.PersonUnknown, await ada.Connection.SayToAsync(60_000, "Ist da wer?"));
        Assert.Equal(ErrorCode.PersonUnknown, await ada.Connection.SayToAsync(ada.Picture.Handle, "Ich"));
        await using var raw = await house.ArriveRaw("Mallory");
        Assert.Equal((int)ErrorCode.NotInRoom, (await raw.AskAsync<AskResult>(nameof(IHouseHub.Say), new SayRequest { Text = "Hallo" })).Error);
        await using var inside = await house.EnterRaw("Mallory", "saal");
        foreach (var method in new[] { nameof(IHouseHub.Say), nameof(IHouseHub.SetTopic), nameof(IHouseHub.React), nameof(IHouseHub.Signal), nameof(IHouseHub.SetAvailability) })
        {
            var answer = await inside.AskAsync<AskResult>(method, new Dictionary<string, object>()); // a record without its fields
            Assert.NotEqual(0, answer.Error);
            Assert.Equal((int)ErrorCode.Malformed, (await inside.AskAsync<AskResult>(method, (object?)null)).Error);
        }
    }

    static Task<ErrorCode> Signals(Person from, Person to, string signal) =>
        from.Connection.AskAsync(nameof(IHouseHub.Signal), new SignalRequest { To = to.Picture.Handle, Signal = signal });
}
