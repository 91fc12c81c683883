using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>A host who is there by two connections of two processes: a window, and a program that only wants to be reached.</summary>
public class StandDutyTests(HouseCluster house)
{
    RecordingMessenger Said => house.Messenger;

    IStandBellGrain Bell(string stand) => house.Grains.GetGrain<IStandBellGrain>(stand);

    static StandHost Bea(string connection, int known = 0, params string[] shuns) =>
        new() { Who = Fair.Bea, Connection = connection, Shuns = shuns, Known = DateTimeOffset.UnixEpoch.AddSeconds(known) };

    static StandGuest Guest(StandCaller who) => new() { Member = who.Member, Connection = "g", Name = who.Name, Since = TimeProvider.System.GetUtcNow() };

    static StandAttendance All(string process, StandHost[] hosts, params string[] gone) => new() { Process = process, Guests = [], Hosts = hosts, Gone = gone };

    async Task<(string Stand, IStandBellGrain Bell, StandPlace Place)> OpenAsync()
    {
        var stand = await house.OpenStandAsync();
        var place = (await house.Grains.GetGrain<IStandGrain>(stand).Read(Fair.Bea)).Place!;
        Assert.Equal(ErrorCode.None, await Bell(stand).Duty("program", Bea("c1"), true));
        await Bell(stand).Attend(All("window", [Bea("c2")]));
        return (stand, Bell(stand), place);
    }

    [Fact]
    public async Task WhoLeavesByTheOneStaysOnDutyByTheOtherAndTheirTalkGoesOn()
    {
        var (stand, bell, place) = await OpenAsync();
        Assert.Equal(ErrorCode.None, (await bell.Ring("window", Fair.Vera, Guest(Fair.Vera), place, BellWish.Talk)).Error);
        Assert.Equal(ErrorCode.None, await bell.Answer(Fair.Bea, Said.To<BellRangEvent>(stand, "bea")[^1].Request, true, ""));
        await bell.Attend(All("window", [], "bea"));
        Assert.True(await bell.IsOnDuty("bea"));
        Assert.Equal("accepted", Said.To<BellChangedEvent>(stand, "vera")[^1].State);
        await bell.Attend(All("program", [], "bea"));
        Assert.False(await bell.IsOnDuty("bea"));
        Assert.Equal(("over", "hostGone"), Said.To<BellChangedEvent>(stand, "vera")[^1] is var over ? (over.State, over.End) : default);
    }

    [Fact]
    public async Task WhoGoesOffDutyByTheOneIsNotBroughtBackByTheOther()
    {
        var (stand, bell, _) = await OpenAsync();
        Assert.Equal(ErrorCode.None, await bell.Duty("window", Bea("c2"), false));
        Assert.Equal(["bea"], (await bell.Attend(All("program", [Bea("c1")]))).NotOnDuty); // it has not heard of it
        Assert.Equal(["bea"], (await bell.Attend(All("window", [Bea("c2")]))).NotOnDuty); // this was on its way
        Assert.False(await bell.IsOnDuty("bea"));
        Assert.False(Said.To<StandAttendedEvent>(stand, "bea")[^1].OnDuty);
        // once they have, whoever comes on duty is so
        await bell.Attend(All("program", []));
        Assert.Equal(ErrorCode.None, await bell.Duty("window", Bea("c2"), true));
        Assert.Empty((await bell.Attend(All("program", [Bea("c1")]))).NotOnDuty);
        Assert.True(await bell.IsOnDuty("bea"));
    }

    [Fact]
    public async Task WhoGoesOffDutyAtAStandThatHasJustWokenUpIsNotBroughtBackByWhoHasNotHeardOfIt()
    {
        var (stand, bell, _) = await OpenAsync();
        var spell = await bell.SpellOf("bea");
        await SleepAsync(stand);
        Assert.False(await bell.IsOnDuty("bea")); // nobody has named her yet
        Assert.Equal(ErrorCode.None, await bell.Duty("window", Bea("c2") with { Spell = spell }, false));
        for (var renewed = 0; renewed < 2; renewed++) Assert.Equal(["bea"], (await bell.Attend(All("program", [Bea("c1") with { Spell = spell }]))).NotOnDuty);
        Assert.False(await bell.IsOnDuty("bea"));
        Assert.Equal(ErrorCode.None, await bell.Duty("program", Bea("c1"), true));
        var next = await bell.SpellOf("bea");
        Assert.True(next > spell);
        Assert.Empty((await bell.Attend(All("program", [Bea("c1") with { Spell = next }]))).NotOnDuty);
    }

    [Fact]
    public async Task WhoGoesOffDutyBeforeTheProgramHasNamedThemIsNotBroughtBackByIt()
    {
        var (_, bell, _) = await OpenAsync();
        var heard = await bell.SpellOf("bea"); // the program has come in anew, at another process, and asks
        Assert.Equal(ErrorCode.None, await bell.Duty("window", Bea("c2") with { Spell = heard }, false));
        Assert.Equal(["bea"], (await bell.Attend(All("elsewhere", [Bea("c9") with { Spell = heard }]))).NotOnDuty);
        Assert.False(await bell.IsOnDuty("bea"));
    }

    [Fact]
    public async Task AStandThatHasWokenUpKnowsItsHostsBySpellsOfBefore()
    {
        var (stand, bell, _) = await OpenAsync();
        var spell = await bell.SpellOf("bea");
        await SleepAsync(stand);
        Assert.Empty((await bell.Attend(All("program", [Bea("c1") with { Spell = spell }]))).NotOnDuty);
        Assert.Equal(spell, await bell.SpellOf("bea"));
        Assert.Equal(ErrorCode.None, await bell.Duty("window", Bea("c2"), true)); // she is on duty already
        Assert.Equal(spell, await bell.SpellOf("bea"));
    }

    [Fact]
    public async Task WhoIsOnDutyIsNotToldOtherwiseForATokenOfLongAgo()
    {
        var (stand, bell, _) = await OpenAsync();
        var old = Bea("c3") with { Who = Fair.Bea with { House = Roles.Visitor } };
        Assert.Equal(["bea"], (await bell.Attend(All("old", [old]))).NotOnDuty);
        Assert.True(await bell.IsOnDuty("bea"));
        Assert.DoesNotContain(Said.To<StandAttendedEvent>(stand, "bea"), a => !a.OnDuty);
        // when it is all that she has left, she is told
        await bell.Attend(All("window", []));
        await bell.Attend(All("program", [old with { Connection = "c1" }]));
        Assert.False(await bell.IsOnDuty("bea"));
        Assert.False(Said.To<StandAttendedEvent>(stand, "bea")[^1].OnDuty);
    }

    /// <summary>The stand forgets all that is not stored: it goes to sleep over a write that fails.</summary>
    async Task SleepAsync(string id)
    {
        var stand = house.Grains.GetGrain<IStandGrain>(id);
        using (ReluctantStorage.Refuse(stand)) await Assert.ThrowsAnyAsync<Exception>(() => stand.Edit(Fair.Bea, [new() { Field = "text", Revision = 0, Value = new() { Text = "Neu" } }]));
    }

    [Fact]
    public async Task EachConnectionIsToldOnceHowItIs()
    {
        var (stand, bell, _) = await OpenAsync();
        var told = Said.To<StandAttendedEvent>(stand, "bea").Count;
        for (var round = 0; round < 3; round++)
        {
            await bell.Attend(All("program", [Bea("c1")]));
            await bell.Attend(All("window", [Bea("c2")]));
        }
        // nothing has changed at the stand, but that somebody came on duty is told to all hosts once, a second after it at most
        Assert.InRange(Said.To<StandAttendedEvent>(stand, "bea").Count, told, told + 1);
        await bell.Attend(All("window", [Bea("c3")]));
        Assert.InRange(Said.To<StandAttendedEvent>(stand, "bea").Count, told + 1, told + 2);
    }

    [Fact]
    public async Task TheNewestNameOfAHostCounts()
    {
        var (stand, bell, place) = await OpenAsync();
        var shown = Bea("c2", known: 20);
        await bell.Attend(All("window", [shown with { Who = shown.Who with { Name = "Bea (2)" } }]));
        await bell.Attend(All("program", [Bea("c1", known: 10)])); // which is in no room
        Assert.Equal(ErrorCode.None, (await bell.Ring("window", Fair.Vera, Guest(Fair.Vera), place, BellWish.Ring)).Error);
        Assert.Equal(ErrorCode.None, await bell.Answer(Fair.Bea, Assert.Single(Said.To<BellRangEvent>(stand, "bea")).Request, true, ""));
        Assert.Equal("Bea (2)", Said.To<BellChangedEvent>(stand, "vera")[^1].Host);
    }

    [Fact]
    public async Task WhomAHostHasBlockedCountsByWhicheverConnection()
    {
        var (stand, bell, place) = await OpenAsync();
        await bell.Attend(All("window", [Bea("c2", known: 20)]));
        await bell.Attend(All("program", [Bea("c1", known: 10, "vera")])); // she has blocked Vera meanwhile
        Assert.Equal(ErrorCode.None, (await bell.Ring("window", Fair.Vera, Guest(Fair.Vera), place, BellWish.Ring)).Error);
        Assert.Empty(Said.To<BellRangEvent>(stand, "bea"));
        await bell.Attend(All("window", [], "bea"));
        Assert.Empty(Said.To<BellRangEvent>(stand, "bea"));
        await bell.Attend(All("program", [Bea("c1", known: 10)])); // and has again to do with her
        Assert.Single(Said.To<BellRangEvent>(stand, "bea"));
    }

    [Fact]
    public async Task AHostArrivesAtAStandThatEverybodySeesAndNobodyElseDoes()
    {
        var (stand, bell, place) = await OpenAsync();
        Assert.Equal(place, await bell.PlaceOfHost("bea"));
        Assert.Null(await bell.PlaceOfHost("tom")); // may, and is not on duty
        Assert.Null(await bell.PlaceOfHost("vera"));
        await house.Grains.GetGrain<IStandGrain>(stand).Publish(Fair.Bea, false);
        Assert.Null(await bell.PlaceOfHost("bea"));
        Assert.Null(await Bell($"s{Guid.NewGuid():N}").PlaceOfHost("bea"));
    }
}
