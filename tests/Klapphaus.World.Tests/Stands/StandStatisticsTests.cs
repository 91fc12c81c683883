using CsCheck;
using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>What a stand's team learns of who came: how many, and of nobody that they did.</summary>
public class StandStatisticsTests
{
    static readonly DateTimeOffset monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly string[] people = ["ada", "bo", "cem", "dora", "eve", "fritz", "gus", "hilde"];

    readonly StandFigures figures = new();
    int salts;

    StandStatistics Statistics(TimeZoneInfo? zone = null) => new(figures, zone ?? TimeZoneInfo.Utc, () => [(byte)++salts, 7]);

    /// <summary>The visits of the only period by how long they were, as they are counted, and not as they are shown.</summary>
    IEnumerable<int> Lengths => Assert.Single(figures.Periods).Stays.Select(s => s.Total);

    /// <summary>So many people are there for a while.</summary>
    static void Visit(StandStatistics statistics, int many, DateTimeOffset at, int minutes = 3)
    {
        foreach (var person in people.Take(many)) statistics.Come(person, at);
        foreach (var person in people.Take(many)) statistics.Go(person, at.AddMinutes(minutes));
    }

    [Fact]
    public void ADayWithFiveIsShownWhenItIsOver()
    {
        var statistics = Statistics();
        Visit(statistics, 5, monday);
        Assert.Empty(statistics.Shown(monday.AddHours(14)));
        var shown = Assert.Single(statistics.Shown(monday.AddHours(15)));
        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 23), 5), (shown.First, shown.Last, shown.Visits));
        Assert.All(shown.Stays, stay => Assert.Null(stay)); // all of them stayed for the same while, which says it of each
        Assert.Equal([0, 5, 0, 0, 0], Lengths);
    }

    [Fact]
    public void DaysWithFewerAreShownTogetherWithTheNextThatHasFive()
    {
        var statistics = Statistics();
        Visit(statistics, 4, monday);
        Visit(statistics, 1, monday.AddDays(1));
        Assert.Empty(statistics.Shown(monday.AddDays(2)));
        Visit(statistics, 6, monday.AddDays(3));
        var shown = Assert.Single(statistics.Shown(monday.AddDays(4)));
        Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 26), 11), (shown.First, shown.Last, shown.Visits));
    }

    [Fact]
    public void WhoComesOnManyDaysIsNotTakenForMany()
    {
        var statistics = Statistics();
        for (var day = 0; day < 30; day++) Visit(statistics, 1, monday.AddDays(day));
        Assert.Empty(statistics.Shown(monday.AddDays(31)));
    }

    [Fact]
    public void WhoComesAgainOnTheSameDayIsOnTheSameVisit()
    {
        var statistics = Statistics();
        for (var i = 0; i < 3; i++) Visit(statistics, 5, monday.AddHours(i), minutes: 2);
        var shown = Assert.Single(statistics.Shown(monday.AddDays(1)));
        Assert.Equal(5, shown.Visits);
        Assert.Equal([0, 0, 5, 0, 0], Lengths); // six minutes all in all
    }

    [Theory]
    [InlineData(0, StayClass.UnderOneMinute)]
    [InlineData(59, StayClass.UnderOneMinute)]
    [InlineData(60, StayClass.UnderFive)]
    [InlineData(299, StayClass.UnderFive)]
    [InlineData(300, StayClass.UnderFifteen)]
    [InlineData(899, StayClass.UnderFifteen)]
    [InlineData(900, StayClass.UnderSixty)]
    [InlineData(3599, StayClass.UnderSixty)]
    [InlineData(3600, StayClass.Longer)]
    public void StaysAreInClasses(int seconds, StayClass expected)
    {
        var statistics = Statistics();
        foreach (var person in people) statistics.Come(person, monday);
        foreach (var person in people) statistics.Go(person, monday.AddSeconds(seconds));
        statistics.Shown(monday.AddDays(1));
        Assert.Equal(people.Length, Assert.Single(figures.Periods).Stays[(int)expected].Total);
    }

    [Theory]
    [InlineData(new[] { 0, 9, 0, 0, 0 }, "- - - - -")] // what is said of all is said of each
    [InlineData(new[] { 0, 7, 0, 0, 1 }, "- - - - -")]
    [InlineData(new[] { 0, 6, 6, 0, 0 }, "0 6 6 0 0")]
    [InlineData(new[] { 20, 12, 0, 0, 4 }, "- - - - -")]
    [InlineData(new[] { 9, 12, 20, 0, 1 }, "- 12 20 0 -")]
    [InlineData(new[] { 9, 12, 20, 4, 3 }, "- 12 20 - -")]
    [InlineData(new[] { 5, 6, 12, 20, 1 }, "- - 12 20 -")] // six would be too few to hide one among
    [InlineData(new[] { 5, 9, 20, 0, 1 }, "- - - - -")]
    public void AClassOfFewerIsLeftOutWithOthersSoThatNobodySubtracts(int[] visits, string shown) => Assert.Equal(shown, Shown(visits.Select(v => new Figure(v, v))));

    [Fact]
    public void TheSameFewOnManyDaysAreNotHiddenByTheirNumberAlone() => Assert.Equal("- - 7 8 0", Shown([new(12, 2), new(6, 6), new(7, 7), new(8, 8), default]));

    static string Shown(IEnumerable<Figure> stays)
    {
        Figure[] all = [.. stays];
        var (day, visits) = (new DateOnly(2026, 11, 23), all.Sum(s => s.Total));
        var period = new StandPeriod { First = day, Last = day, Visits = new(visits, visits), Stays = all };
        return string.Join(' ', period.Shown().Stays.Select(s => s is { } number ? $"{number}" : "-"));
    }

    [Fact]
    public void WhoTookItWithoutHavingBeenThereCountsForNothing()
    {
        var statistics = Statistics();
        Visit(statistics, 8, monday);
        foreach (var person in people.Take(3)) statistics.Take(person, "m1", monday);
        foreach (var who in new[] { "ida", "jan", "kai", "lea" }) statistics.Take(who, "m1", monday);
        Assert.Equal((3, 5), (figures.Today!.TakenBy("m1"), figures.Today.NotTakenBy("m1")));
        Assert.Empty(Assert.Single(statistics.Shown(monday.AddDays(1))).Materials);
    }

    [Fact]
    public void AMaterialIsShownWhenFiveTookItAndFiveDidNot()
    {
        var statistics = Statistics();
        Visit(statistics, 8, monday);
        foreach (var person in people) statistics.Take(person, "all", monday);
        foreach (var person in people.Take(5)) statistics.Take(person, "most", monday);
        foreach (var person in people.Take(4)) statistics.Take(person, "few", monday);
        for (var i = 0; i < 9; i++) statistics.Take("ada", "often", monday);
        Assert.Empty(Assert.Single(statistics.Shown(monday.AddDays(1))).Materials);
        Visit(statistics, 8, monday.AddDays(1));
        foreach (var who in new[] { "ida", "jan", "kai", "lea", "mia" }) statistics.Come(who, monday.AddDays(1));
        foreach (var person in people) statistics.Take(person, "most", monday.AddDays(1));
        Assert.Equal(new Dictionary<string, int> { ["most"] = 8 }, statistics.Shown(monday.AddDays(2))[1].Materials);
    }

    [Fact]
    public void TheSaltAndTheMarksAreGoneWithTheDay()
    {
        var statistics = Statistics();
        Visit(statistics, 6, monday);
        statistics.Take("ada", "m1", monday);
        var today = figures.Today!;
        Assert.Equal((6, 1), (today.Stays.Count, today.TakenBy("m1")));
        Assert.All(today.Stays.Keys, mark => Assert.Matches("^[0-9a-f]{16}$", mark));
        Assert.DoesNotContain("ada", today.Stays.Keys);
        statistics.Shown(monday.AddDays(1));
        Assert.NotSame(today, figures.Today);
        Assert.Empty(figures.Today!.Stays);
        Assert.NotEqual(today.Salt, figures.Today.Salt);
        statistics.Come("ada", monday.AddDays(1));
        Assert.DoesNotContain(Assert.Single(figures.Today.Stays).Key, today.Stays.Keys); // the same person, another mark
    }

    [Fact]
    public void TheDayIsThatOfTheStandsClock()
    {
        var statistics = Statistics(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Visit(statistics, 5, new(2026, 11, 23, 22, 50, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 11, 23), Assert.Single(statistics.Shown(new(2026, 11, 23, 23, 0, 0, TimeSpan.Zero))).Last);
    }

    [Fact]
    public void WhoStaysOverMidnightIsThereOnBothDays()
    {
        var statistics = Statistics();
        var late = monday.AddHours(14).AddMinutes(50);
        foreach (var person in people) statistics.Come(person, late);
        foreach (var person in people) statistics.Go(person, late.AddMinutes(20)); // the first who goes turns the day
        var shown = statistics.Shown(monday.AddDays(2));
        Assert.Equal([8, 8], shown.Select(s => s.Visits));
        Assert.Equal(8, figures.Periods[0].Stays[(int)StayClass.UnderSixty].Total);
        Assert.Equal(8, figures.Periods[1].Stays[(int)StayClass.UnderOneMinute].Total);
    }

    [Fact]
    public void AClockThatIsSetBackOpensNoDayThatIsOver()
    {
        var statistics = Statistics();
        Visit(statistics, 5, monday);
        statistics.Come("ida", monday.AddDays(-1));
        Assert.Equal(6, figures.Today!.Stays.Count);
        Assert.Equal(1, salts);
    }

    [Fact]
    public void AsItWasStoredItGoesOn()
    {
        Visit(Statistics(), 4, monday);
        Statistics().Take("ada", "m1", monday);
        var today = figures.Today!;
        figures.Today = new(today.Day, [.. today.Salt], today.Stays, today.Materials.Select(m => KeyValuePair.Create(m, today.TakersOf(m))));
        var statistics = Statistics();
        Visit(statistics, 5, monday.AddHours(1)); // four of them have been here
        statistics.Take("ada", "m1", monday);
        Assert.Equal(1, figures.Today.TakenBy("m1"));
        Assert.Equal(5, Assert.Single(statistics.Shown(monday.AddDays(1))).Visits);
    }

    [Fact]
    public void WhatIsSettledOnTheWayIsCountedOnce()
    {
        var statistics = Statistics();
        foreach (var person in people) statistics.Come(person, monday);
        for (var minute = 1; minute <= 3; minute++) statistics.Settle(monday.AddMinutes(minute));
        Assert.All(figures.Today!.Stays.Values, stay => Assert.Equal(TimeSpan.FromMinutes(3), stay));
        foreach (var person in people) statistics.Go(person, monday.AddMinutes(4));
        statistics.Settle(monday.AddMinutes(50)); // of those who have gone there is nothing to settle
        statistics.Shown(monday.AddDays(1));
        Assert.Equal([0, 8, 0, 0, 0], Lengths);
    }

    [Fact]
    public void OnlySoManyPeriodsAreKept()
    {
        var statistics = Statistics();
        for (var day = 0; day < StandStatistics.MostPeriods + 5; day++) Visit(statistics, 5, monday.AddDays(day));
        statistics.Shown(monday.AddDays(StandStatistics.MostPeriods + 5));
        Assert.Equal(StandStatistics.MostPeriods, figures.Periods.Count);
        Assert.Equal(new DateOnly(2026, 11, 28), figures.Periods[0].First);
    }

    sealed record Stay(int Day, int Person, int Minutes, int Material);

    static readonly Gen<Stay> stays = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 13], Gen.Int[0, 70], Gen.Int[0, 4])
        .Select((day, person, minutes, material) => new Stay(day, person, minutes, material));

    /// <summary>By what the test itself knows of everybody: no number that is shown, nor what lacks to the visits, is about one to four different people.</summary>
    [Fact]
    public void NothingShownIsAboutFewerThanFive() => stays.Array[0, 120].Sample(story =>
    {
        byte salt = 0;
        var statistics = new StandStatistics(new(), TimeZoneInfo.Utc, () => [++salt]);
        IReadOnlyList<ShownPeriod> before = [];
        for (var day = 0; day < 6; day++)
        {
            var morning = monday.AddDays(day);
            foreach (var (_, person, minutes, material) in story.Where(s => s.Day == day))
            {
                statistics.Come($"p{person}", morning);
                statistics.Go($"p{person}", morning.AddMinutes(minutes));
                if (material > 0) statistics.Take($"p{person}", $"m{material}", morning);
            }
            var shown = statistics.Shown(morning.AddDays(1));
            Assert.Equal(before.Select(Written), shown.Take(before.Count).Select(Written)); // what was shown stays as it was
            for (var i = 1; i < shown.Count; i++) Assert.Equal(shown[i - 1].Last.AddDays(1), shown[i].First); // and no day lies between
            before = shown;
        }
        foreach (var period in before) Check(period, story);
    }, iter: 500);

    static string Written(ShownPeriod p) =>
        $"{p.First} {p.Last} {p.Visits} {string.Join(',', p.Stays)} {string.Join(',', p.Materials.OrderBy(m => m.Key).Select(m => $"{m.Key}={m.Value}"))}";

    static void Check(ShownPeriod period, Stay[] story)
    {
        var visits = story.Where(s => DateOf(s) >= period.First && DateOf(s) <= period.Last).GroupBy(s => (s.Day, s.Person))
            .Select(v => (v.Key.Person, Class: ClassOf(v.Sum(s => s.Minutes)), Took: v.Select(s => $"m{s.Material}").ToHashSet())).ToList();
        Assert.Equal(visits.Count, period.Visits);
        AboutEnough(visits.Select(v => v.Person));
        foreach (var stay in Enum.GetValues<StayClass>())
        {
            if (period.Stays[(int)stay] is not { } number) continue;
            var those = visits.Where(v => v.Class == stay).ToList();
            Assert.Equal(those.Count, number);
            AboutEnough(those.Select(v => v.Person));
        }
        AboutEnough(visits.Where(v => period.Stays[(int)v.Class] is null).Select(v => v.Person)); // what lacks to the visits
        Assert.True(period.Stays.All(s => s is null) || period.Stays.Count(s => s > 0) >= 2, "one class alone, or that there is nobody in the others, says it of all");
        foreach (var (material, number) in period.Materials)
        {
            Assert.NotEqual(visits.Count, number); // that all took it says it of each
            var those = visits.Where(v => v.Took.Contains(material)).ToList();
            Assert.Equal(those.Count, number);
            AboutEnough(those.Select(v => v.Person));
            AboutEnough(visits.Where(v => !v.Took.Contains(material)).Select(v => v.Person));
        }
    }

    static void AboutEnough(IEnumerable<int> persons)
    {
        var different = persons.Distinct().Count();
        Assert.True(different is 0 or >= StandStatistics.FewestPeople, $"about {different}");
    }

    static DateOnly DateOf(Stay stay) => new DateOnly(2026, 11, 23).AddDays(stay.Day);

    static StayClass ClassOf(int minutes)
    {
        int[] ends = [1, 5, 15, 60];
        return (StayClass)ends.Count(end => minutes >= end);
    }
}
