using Klapphaus.Grains.Stands;
using static Klapphaus.Grains.Tests.Stands.Fair;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>What comes of days that go by: in a house of its own, whose clock is put forward.</summary>
public sealed class LaterTests : IAsyncLifetime
{
    static readonly TimeSpan day = TimeSpan.FromDays(1);

    readonly LaterTime time = new();
    readonly HouseCluster house;

    public LaterTests() => house = new(time);

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    IStandFiguresGrain Figures(string stand) => house.Grains.GetGrain<IStandFiguresGrain>(stand);

    /// <summary>At the stand are these, and nobody else any more.</summary>
    Task<AttendanceAnswer> AreThereAsync(string stand, string[] here, params string[] gone) => house.Grains.GetGrain<IStandBellGrain>(stand).Attend(new()
    {
        Process = "one",
        Guests = [.. here.Select(who => new StandGuest { Member = who, Connection = who, Name = who, Since = time.GetUtcNow() })],
        Hosts = [],
        Gone = gone,
    });

    async Task<ShownPeriodState[]> ShownAsync(string stand) => (await Figures(stand).Figures(Bea)).Periods;

    [Fact]
    public async Task FiveVisitorsAreShownOnTheNextDayAndTheTeamIsNotAmongThem()
    {
        var stand = await house.OpenStandAsync();
        string[] four = ["vera", "max", "ida", "jan"];
        await AreThereAsync(stand, ["bea", "tom", .. four]);
        time.PutForward(day);
        await AreThereAsync(stand, four);
        Assert.Empty(await ShownAsync(stand)); // four are too few
        await AreThereAsync(stand, [.. four, "kai", "lea"]);
        await AreThereAsync(stand, four, "kai", "lea");
        foreach (var who in new[] { "kai", "lea" }) await Figures(stand).Take(who, "a1");
        await Figures(stand).Take("vera", "nichts");
        foreach (var who in four) await Figures(stand).Take(who, "a1");
        time.PutForward(day);
        var period = Assert.Single(await ShownAsync(stand));
        Assert.Equal(4 + 6, period.Visits); // four stay over night, and are there on both days
        Assert.Equal(period.First.AddDays(1), period.Last);
        Assert.Empty(period.Materials); // of the four who were there on the first day nobody took it
    }

    [Fact]
    public async Task WhatWasCountedOutlastsTheStandsSleepAndTheMarksDoNotOutlastTheDay()
    {
        var stand = await house.OpenStandAsync();
        var people = new[] { "vera", "max", "ida", "jan", "kai", "lea", "mia", "ole", "pia", "rita" };
        await AreThereAsync(stand, people);
        foreach (var who in people[..5]) await Figures(stand).Take(who, "a1");
        await SleepAsync(stand);
        time.PutForward(day);
        await house.Grains.GetGrain<IStandGrain>(stand).Tidy();
        var period = Assert.Single(await ShownAsync(stand));
        Assert.Equal((10, 5), (period.Visits, period.Materials["a1"]));
        Assert.Equal("Leitfaden", (await Figures(stand).Figures(Bea)).Titles["a1"]);
        await SleepAsync(stand);
        Assert.Single(await ShownAsync(stand));
    }

    [Fact]
    public async Task WhenAnAnswerOfTheStoreGetsLostTheStandGoesOnCounting()
    {
        var stand = await house.OpenStandAsync();
        var grain = house.Grains.GetGrain<IStandGrain>(stand);
        string[] five = ["vera", "max", "ida", "jan", "kai"];
        await AreThereAsync(stand, five);
        using (ReluctantStorage.LoseAnswers(grain)) await grain.Tidy();
        await AreThereAsync(stand, [.. five, "lea", "mia"]);
        await SleepAsync(stand);
        time.PutForward(day);
        Assert.Equal(7, Assert.Single(await ShownAsync(stand)).Visits);
    }

    [Fact]
    public async Task NobodyIsCountedWhereThereIsNothingToSee()
    {
        var stand = await house.OpenStandAsync();
        await house.Grains.GetGrain<IStandGrain>(stand).Publish(Bea, false);
        string[] people = ["vera", "max", "ida", "jan", "kai"];
        await AreThereAsync(stand, people);
        foreach (var who in people) await Figures(stand).Take(who, "a1");
        time.PutForward(day);
        Assert.Empty(await ShownAsync(stand));
        var none = $"s{Guid.NewGuid():N}";
        await AreThereAsync(none, ["vera"]);
        await AreThereAsync(none, [], "vera");
        Assert.Equal(ErrorCode.StandUnknown, (await Figures(none).Figures(Bea)).Error);
    }

    [Fact]
    public async Task ALinkToABagEndsAfterThirtyDays()
    {
        var bag = house.Grains.GetGrain<IBagGrain>("vera");
        await bag.Put("soest", "a1", "Leitfaden");
        Assert.Equal(TimeSpan.FromDays(30), await bag.AddLink("l1") is { } link ? link.Expires - link.Issued : default);
        time.PutForward(30 * day - TimeSpan.FromMinutes(5));
        Assert.NotNull(await bag.Shared("l1"));
        time.PutForward(TimeSpan.FromMinutes(6));
        Assert.Null(await bag.Shared("l1"));
        Assert.Empty((await bag.Contents()).Links);
        Assert.False(await bag.RevokeLink("l1"));
    }

    [Fact]
    public async Task WhoBookedWhatIsForgottenADayAfterItIsOver()
    {
        var stand = await house.OpenStandAsync();
        var times = house.Grains.GetGrain<IStandTimesGrain>(stand);
        await times.OfferTimes(Tom, time.GetUtcNow().AddHours(1), TimeSpan.FromMinutes(30), 2);
        var offered = (await times.Times(Vera)).Slots;
        await times.BookTime(Vera, offered[0].Id);
        await times.BookTime(Vera, offered[1].Id);
        await times.CancelTime(Vera, offered[1].Id);
        time.PutForward(TimeSpan.FromHours(3));
        Assert.Empty((await times.Times(Vera)).Slots);
        Assert.Equal(ErrorCode.TimeNotAhead, await times.CancelTime(Vera, offered[0].Id)); // it was, and that is still known
        time.PutForward(day);
        await house.Grains.GetGrain<IStandGrain>(stand).Tidy();
        Assert.Equal(ErrorCode.TimeUnknown, await times.CancelTime(Vera, offered[0].Id));
    }

    /// <summary>The stand goes to sleep, as it does when nobody has asked for it for long, and is awake again when this returns.</summary>
    async Task SleepAsync(string stand)
    {
        var grain = house.Grains.GetGrain<IStandGrain>(stand);
        var management = house.Grains.GetGrain<IManagementGrain>(0);
        await management.ForceActivationCollection(TimeSpan.Zero);
        Assert.Equal(ErrorCode.None, (await grain.Read(Vera)).Error);
    }
}
