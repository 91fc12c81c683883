using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>What a stand knows of those who are there, and whom it tells.</summary>
public class StandBellGrainTests(HouseCluster house)
{
    static readonly StandCaller olga = new("olga", "Olga", Roles.Organiser, []);
    static readonly StandCaller bea = new("bea", "Bea", Roles.Host, []);
    static readonly StandCaller tom = new("tom", "Tom", Roles.Host, []);
    static readonly StandCaller vera = new("vera", "Vera", Roles.Visitor, []);
    static readonly StandCaller max = new("max", "Max", Roles.Visitor, []);

    RecordingMessenger Said => house.Messenger;

    /// <summary>Bea's stand, with Tom to help her, that everybody sees.</summary>
    async Task<(string Id, IStandGrain Stand, IStandBellGrain Bell, StandPlace Place)> OpenAsync()
    {
        var id = $"s{Guid.NewGuid():N}";
        var place = new StandPlace("halle", $"stand-{Guid.NewGuid():N}");
        var stand = house.Grains.GetGrain<IStandGrain>(id);
        Assert.Equal(ErrorCode.None, await stand.Create(olga, place));
        var owner = new InvitationState { Id = "i", Label = "Stand", Role = Roles.Host, Issued = TimeProvider.System.GetUtcNow(), Expires = DateTimeOffset.MaxValue, StandOwner = true };
        Assert.Equal(ErrorCode.None, await stand.Join("bea", "Bea", owner));
        Assert.Equal(ErrorCode.None, await stand.NameHost(bea, "tom", "Tom", HostRights.Staff));
        await stand.Edit(bea, [new() { Field = "name", Revision = 0, Value = new() { Text = "Stadt Soest" } }, new() { Field = "line", Revision = 0, Value = new() { Text = "Läden" } }]);
        Assert.Equal(ErrorCode.None, (await stand.Publish(bea, true)).Error);
        return (id, stand, house.Grains.GetGrain<IStandBellGrain>(id), place);
    }

    static StandHost Host(StandCaller who, string connection = "c1", params string[] shuns) => new() { Who = who, Connection = connection, Shuns = shuns };

    static StandGuest Guest(StandCaller who, string connection = "c1", Guid? rang = null, params string[] shuns) =>
        new() { Member = who.Member, Connection = connection, Name = who.Name, Affiliation = "Soest", Since = TimeProvider.System.GetUtcNow(), Rang = rang, Shuns = shuns };

    static StandAttendance All(string process, StandGuest[]? guests = null, StandHost[]? hosts = null, params string[] gone) => new() { Process = process, Guests = guests ?? [], Hosts = hosts ?? [], Gone = gone };

    async Task<bool> IsLitAsync(string stand) => (await house.Grains.GetGrain<IStandBookGrain>(IStandBookGrain.TheBook).Stands(0))!.Manned.Contains(stand);

    /// <summary>A stand tells the book without waiting for it, once a second at most.</summary>
    async Task BecomesLitAsync(string stand, bool lit)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await IsLitAsync(stand) != lit) await timer.WaitForNextTickAsync(limit.Token);
    }

    [Fact]
    public async Task HostsAreToldWhoIsThereAndVisitorsAreNot()
    {
        var (id, _, bell, _) = await OpenAsync();
        Assert.Equal(ErrorCode.None, await bell.Duty("one", Host(bea), true));
        Assert.Empty(Said.To<StandAttendedEvent>(id, "bea")[^1].Visitors);
        await bell.Attend(All("two", [Guest(vera), Guest(tom)]));
        var told = await Said.Hears<StandAttendedEvent>(id, "bea", a => a.Visitors.Length > 0, "Vera is there");
        var seen = Assert.Single(told.Visitors);
        Assert.Equal(("vera", "Vera", "Soest", 1), (seen.Member, seen.Name, seen.Affiliation, told.Count)); // Tom is of the team
        Assert.Empty(Said.To<object>(id, "vera"));
        Assert.Empty(Said.To<object>(id, "tom"));
        await bell.Attend(All("two"));
        await Said.Hears<StandAttendedEvent>(id, "bea", a => a is { OnDuty: true, Count: 0 }, "nobody is there");
    }

    [Fact]
    public async Task TheBookKnowsWhereSomebodyIsOnDuty()
    {
        var (id, _, bell, _) = await OpenAsync();
        Assert.False(await IsLitAsync(id));
        await bell.Duty("one", Host(bea), true);
        await BecomesLitAsync(id, true);
        Assert.True(await bell.IsOnDuty("bea"));
        await bell.Duty("one", Host(bea), false);
        Assert.False(await bell.IsOnDuty("bea"));
        await BecomesLitAsync(id, false);
        Assert.False(Said.To<StandAttendedEvent>(id, "bea")[^1].OnDuty);
    }

    [Fact]
    public async Task OnlyWhoMayStaffItIsOnDuty()
    {
        var (id, stand, bell, _) = await OpenAsync();
        await stand.NameHost(bea, "eva", "Eva", HostRights.Edit);
        Assert.Equal(ErrorCode.StandRightMissing, await bell.Duty("one", Host(new("eva", "Eva", Roles.Host, [])), true));
        Assert.Equal(ErrorCode.StandRightMissing, await bell.Duty("one", Host(vera), true));
        Assert.Equal(ErrorCode.StandRightMissing, await bell.Duty("one", Host(vera), false));
        Assert.Equal(ErrorCode.StandRightMissing, await bell.Duty("one", Host(olga), true));
        Assert.Equal(["eva"], (await bell.Attend(All("one", hosts: [Host(tom), Host(new("eva", "Eva", Roles.Host, []))]))).NotOnDuty);
        Assert.True(await bell.IsOnDuty("tom"));
        // whoever loses the right is relieved, and told
        await stand.NameHost(bea, "tom", "Tom", HostRights.Edit);
        Assert.False(await bell.IsOnDuty("tom"));
        Assert.False(Said.To<StandAttendedEvent>(id, "tom")[^1].OnDuty);
        Assert.Equal(["tom"], (await bell.Attend(All("one", hosts: [Host(tom)]))).NotOnDuty);
    }

    [Fact]
    public async Task ARingReachesTheHostsAndTheAnswerTheVisitor()
    {
        var (id, _, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        await bell.Duty("two", Host(tom), true);
        Assert.Equal(ErrorCode.None, (await bell.Ring("two", vera, Guest(vera), place, BellWish.Ring)).Error);
        var rang = Said.To<BellRangEvent>(id, "bea")[^1];
        Assert.Equal(("Stadt Soest", "halle", place.Area, "Vera", "Soest", "ring"), (rang.Name, rang.Room, rang.Area, rang.Visitor, rang.Affiliation, rang.Wish));
        Assert.Single(Said.To<BellRangEvent>(id, "tom"));
        Assert.Equal(("waiting", 1, 1, 2, true), Said.To<BellChangedEvent>(id, "vera")[^1] is var waits ? (waits.State, waits.Place, waits.Length, waits.Called, waits.Staffed) : default);
        Assert.Equal(ErrorCode.None, await bell.Answer(tom, rang.Request, true, ""));
        Assert.Equal("Tom", Said.To<BellStopsEvent>(id, "bea")[^1].By);
        Assert.Equal(ErrorCode.BellTaken, await bell.Answer(bea, rang.Request, true, ""));
        Assert.Equal(("accepted", "Tom", ""), Said.To<BellChangedEvent>(id, "vera")[^1] is var got ? (got.State, got.Host, got.End) : default);
        Assert.Equal(ErrorCode.None, await bell.Withdraw(vera)); // there is nothing to take back any more
    }

    [Fact]
    public async Task WhoWaitsIsToldTheirPlaceAndWhenItIsTheirTurn()
    {
        var (id, _, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        await bell.Ring("one", vera, Guest(vera), place, BellWish.Talk);
        await bell.Answer(bea, Said.To<BellRangEvent>(id, "bea")[^1].Request, true, "");
        await Said.Hears<StandAttendedEvent>(id, "bea", a => a.Talk?.Visitor == "Vera", "her talk");
        await bell.Ring("one", max, Guest(max), place, BellWish.Talk);
        var gus = new StandCaller("gus", "Gus", Roles.Guest, []);
        await bell.Ring("one", gus, Guest(gus), place, BellWish.Talk);
        Assert.Equal((2, 2, 0, true), Said.To<BellChangedEvent>(id, "gus")[^1] is var second ? (second.Place, second.Length, second.Called, second.Staffed) : default);
        await bell.Withdraw(max);
        Assert.Equal("withdrawn", Said.To<BellChangedEvent>(id, "max")[^1].End);
        Assert.Equal(1, Said.To<BellChangedEvent>(id, "gus")[^1].Place);
        Assert.Equal(ErrorCode.None, await bell.EndTalk(tom)); // he is in none
        Assert.Equal("Vera", Said.To<StandAttendedEvent>(id, "bea")[^1].Talk?.Visitor);
        Assert.Equal(ErrorCode.None, await bell.EndTalk(bea));
        Assert.Equal(("over", "talked"), Said.To<BellChangedEvent>(id, "vera")[^1] is var over ? (over.State, over.End) : default);
        Assert.Equal("Gus", Said.To<BellRangEvent>(id, "bea")[^1].Visitor);
        Assert.Equal(1, Said.To<BellChangedEvent>(id, "gus")[^1].Called);
    }

    [Fact]
    public async Task AHostWhoCannotComeMayAnswerInALine()
    {
        var (id, _, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        await bell.Duty("one", Host(tom), true);
        await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring);
        var request = Said.To<BellRangEvent>(id, "bea")[^1].Request;
        Assert.Equal(ErrorCode.TextUnusable, await bell.Answer(bea, request, false, new string('a', 201)));
        Assert.Equal(ErrorCode.None, await bell.Answer(bea, request, false, "In zehn\u202e Minuten\n"));
        Assert.Equal(("waiting", "In zehn Minuten", "Bea", 1), Said.To<BellChangedEvent>(id, "vera")[^1] is var waits ? (waits.State, waits.Text, waits.TextBy, waits.Called) : default);
        Assert.Equal(ErrorCode.None, await bell.Answer(tom, request, false, ""));
        Assert.Equal(("over", "declined", "In zehn Minuten"), Said.To<BellChangedEvent>(id, "vera")[^1] is var over ? (over.State, over.End, over.Text) : default);
    }

    [Fact]
    public async Task OneRingsWhereOneStandsAndNowhereElse()
    {
        var (_, stand, bell, place) = await OpenAsync();
        Assert.Equal(ErrorCode.StandTooFar, (await bell.Ring("one", vera, Guest(vera), null, BellWish.Ring)).Error);
        Assert.Equal(ErrorCode.StandTooFar, (await bell.Ring("one", vera, Guest(vera), place with { Room = "foyer" }, BellWish.Ring)).Error);
        Assert.Equal(ErrorCode.StandTooFar, (await bell.Ring("one", vera, Guest(vera), place with { Area = "stand-1" }, BellWish.Ring)).Error);
        await stand.Publish(bea, false);
        Assert.Equal(ErrorCode.StandUnknown, (await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring)).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await house.Grains.GetGrain<IStandBellGrain>($"s{Guid.NewGuid():N}").Ring("one", vera, Guest(vera), place, BellWish.Ring)).Error);
    }

    [Fact]
    public async Task WhoGoesForGoodIsNotWaitedForAndOthersAre()
    {
        var (id, _, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring);
        await bell.Ring("one", max, Guest(max), place, BellWish.Ring);
        var answer = await bell.Attend(All("one", hosts: [Host(bea)], gone: ["vera", "bea"])); // Bea goes from the stand, and stays on duty
        Assert.Equal(("over", "left"), Said.To<BellChangedEvent>(id, "vera")[^1] is var over ? (over.State, over.End) : default);
        Assert.Equal("waiting", Said.To<BellChangedEvent>(id, "max")[^1].State);
        Assert.True(await bell.IsOnDuty("bea"));
        Assert.Equal(["max"], answer.Ringing); // whoever has his connection
        Assert.Equal(["max"], (await bell.Attend(All("two", [Guest(max)]))).Ringing);
        await bell.Attend(All("one", gone: "bea"));
        Assert.False(await bell.IsOnDuty("bea"));
    }

    [Fact]
    public async Task ByAnotherConnectionOneIsToldAnew()
    {
        var (id, _, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        var (_, activation) = await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring);
        var (before, told) = (Said.To<BellChangedEvent>(id, "vera").Count, Said.To<StandAttendedEvent>(id, "bea").Count);
        await bell.Attend(All("one", [Guest(vera, "c1", activation)], [Host(bea)]));
        Assert.Equal(before, Said.To<BellChangedEvent>(id, "vera").Count);
        await bell.Attend(All("two", [Guest(vera, "c2")], [Host(bea, "c2")]));
        Assert.Equal(before + 1, Said.To<BellChangedEvent>(id, "vera").Count);
        Assert.Contains(Said.To<StandAttendedEvent>(id, "bea").Skip(told), a => a.Line is [{ Visitor: "Vera", Calls: true }]);
    }

    [Fact]
    public async Task WhoComesBackStillWaitingIsToldHowItEndedAndDoesNotRingAnew()
    {
        var (id, _, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        Assert.Equal(ErrorCode.None, (await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring, resume: true)).Error); // nothing is known of her
        var call = Assert.Single(Said.To<BellRangEvent>(id, "bea"));
        Assert.Equal(ErrorCode.None, (await bell.Ring("two", vera, Guest(vera, "c2"), place, BellWish.Ring, resume: true)).Error);
        Assert.Equal("waiting", Said.To<BellChangedEvent>(id, "vera")[^1].State);
        await bell.Answer(bea, call.Request, false, "Morgen gern");
        var told = Said.To<BellChangedEvent>(id, "vera").Count;
        Assert.Equal(ErrorCode.None, (await bell.Ring("two", vera, Guest(vera, "c2"), null, BellWish.Ring, resume: true)).Error);
        Assert.Equal(("over", "declined", "Morgen gern"), Said.To<BellChangedEvent>(id, "vera")[told] is var over ? (over.State, over.End, over.Text) : default);
        Assert.Single(Said.To<BellRangEvent>(id, "bea"));
        Assert.Equal(ErrorCode.None, (await bell.Ring("two", vera, Guest(vera, "c2"), place, BellWish.Ring)).Error);
        Assert.Equal(2, Said.To<BellRangEvent>(id, "bea").Count);
    }

    [Fact]
    public async Task WhatAStandForgetsInItsSleepIsSaidAndWhoIsThereIsKnownAgain()
    {
        var (id, stand, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        var (_, activation) = await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring);
        using (ReluctantStorage.Refuse(stand)) // it goes to sleep over a write that fails
            await Assert.ThrowsAnyAsync<Exception>(() => stand.Edit(bea, [new() { Field = "text", Revision = 0, Value = new() { Text = "Neu" } }]));
        var answer = await bell.Attend(All("one", [Guest(vera, "c1", activation)], [Host(bea)]));
        Assert.NotEqual(activation, answer.Activation);
        Assert.Empty(answer.Ringing);
        Assert.Equal(("over", "lost"), Said.To<BellChangedEvent>(id, "vera")[^1] is var lost ? (lost.State, lost.End) : default);
        Assert.True(await bell.IsOnDuty("bea"));
        Assert.Equal(ErrorCode.None, (await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring)).Error);
        Assert.Equal(2, Said.To<BellRangEvent>(id, "bea").Count);
    }

    [Fact]
    public async Task WhoHasNothingToDoWithAHostIsNotShownToThem()
    {
        var (id, _, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        await bell.Duty("one", Host(tom, "c1", "max"), true);
        await bell.Attend(All("one", [Guest(vera, shuns: "tom"), Guest(max)], [Host(bea), Host(tom, "c1", "max")]));
        await bell.Ring("one", vera, Guest(vera, shuns: "tom"), place, BellWish.Ring);
        await bell.Ring("one", max, Guest(max), place, BellWish.Ring);
        Assert.Equal(2, Said.To<BellRangEvent>(id, "bea").Count);
        await Said.Hears<StandAttendedEvent>(id, "bea", a => a.Line.Length == 2, "both wait");
        Assert.Empty(Said.To<BellRangEvent>(id, "tom"));
        Assert.All(Said.To<StandAttendedEvent>(id, "tom"), a => Assert.True(a is { Visitors: [], Line: [], Count: 0 }));
    }

    [Fact]
    public async Task AStandThatIsTakenOfflineSendsItsVisitorsAway()
    {
        var (id, stand, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring);
        await stand.TakeDown(olga, "Prüfung", "");
        Assert.Equal(("over", "shut"), Said.To<BellChangedEvent>(id, "vera")[^1] is var over ? (over.State, over.End) : default);
        Assert.Single(Said.To<BellStopsEvent>(id, "bea"));
        Assert.True(await bell.IsOnDuty("bea"));
    }

    [Fact]
    public async Task WhoIsErasedIsNeitherAtTheStandNorOnDuty()
    {
        var (id, stand, bell, place) = await OpenAsync();
        await bell.Duty("one", Host(bea), true);
        await bell.Duty("one", Host(tom), true);
        await bell.Attend(All("one", [Guest(tom)], [Host(bea), Host(tom)])); // Tom is at the stand as well
        await bell.Ring("one", vera, Guest(vera), place, BellWish.Ring);
        await stand.Erase("vera");
        await stand.Erase("tom");
        Assert.False(await bell.IsOnDuty("tom"));
        Assert.Single(Said.To<BellStopsEvent>(id, "bea"));
        await Said.Hears<StandAttendedEvent>(id, "bea", a => a is { OnDuty: true, Line: [], Hosts: [], Count: 0 }, "nobody is there");
    }
}
