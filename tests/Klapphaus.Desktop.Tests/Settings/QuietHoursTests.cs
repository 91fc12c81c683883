using Klapphaus.Desktop.Settings;

namespace Klapphaus.Desktop.Tests.Settings;

public sealed class QuietHoursTests
{
    static readonly TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    static readonly QuietHours nights = new(new(22, 0), new(7, 0), []);
    static readonly QuietHours lunch = new(new(12, 0), new(13, 0), [DayOfWeek.Monday, DayOfWeek.Friday]);
    static readonly QuietHours fridayNights = new(new(22, 0), new(7, 0), [DayOfWeek.Friday]);

    /// <summary>2026-11-27 is a Friday.</summary>
    static DateTimeOffset At(string clock, int day = 27) => new(DateTime.Parse($"2026-11-{day} {clock}", null), TimeSpan.FromHours(1));

    static DateTimeOffset? Maybe(string? clock, int day) => clock is null ? null : At(clock, day);

    [Theory]
    [InlineData("21:59", null)]
    [InlineData("22:00", "07:00")]
    [InlineData("23:30", "07:00")]
    public void NightsBeginInTheEvening(string now, string? end) =>
        Assert.Equal(Maybe(end, 28), nights.EndAfter(At(now), berlin));

    [Theory]
    [InlineData("00:00", "07:00")]
    [InlineData("06:59", "07:00")]
    [InlineData("07:00", null)]
    public void AndEndInTheMorning(string now, string? end) => Assert.Equal(Maybe(end, 27), nights.EndAfter(At(now), berlin));

    [Fact]
    public void DaysAreThoseOnWhichTheyBegin()
    {
        Assert.Equal(At("13:00"), lunch.EndAfter(At("12:30"), berlin));
        Assert.Null(lunch.EndAfter(At("12:30", 28), berlin));
        Assert.NotNull(fridayNights.EndAfter(At("03:00", 28), berlin));
        Assert.Null(fridayNights.EndAfter(At("03:00"), berlin));
        Assert.Null(fridayNights.EndAfter(At("23:00", 28), berlin));
    }

    [Fact]
    public void TheClockOnTheWallCounts()
    {
        // 21:30 in London is 22:30 in Berlin
        var now = new DateTimeOffset(2026, 11, 27, 21, 30, 0, TimeSpan.Zero);
        Assert.NotNull(nights.EndAfter(now, berlin));
        Assert.Null(nights.EndAfter(now, TimeZoneInfo.Utc));
    }

    [Fact]
    public void SummerTimeDoesNotMoveThem()
    {
        // on 29 March 2026 the hour from two to three is left out
        var early = new QuietHours(new(22, 0), new(2, 30), []);
        var now = new DateTimeOffset(2026, 3, 28, 23, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2)), early.EndAfter(now, berlin));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 7, 0, 0, TimeSpan.FromHours(2)), nights.EndAfter(now, berlin));
    }

    [Fact]
    public void OneSilenceFollowsOnTheOther()
    {
        var settings = new DesktopSettings { DoNotDisturb = At("22:30"), QuietHours = nights };
        Assert.Equal(At("07:00", 28), settings.SilentUntil(At("20:00"), berlin));
        Assert.Equal(At("07:00", 28), settings.SilentUntil(At("22:10"), berlin));
        Assert.Null(settings.SilentUntil(At("12:00", 28), berlin));
        Assert.Equal(SettingKeys.ForGood, (settings with { DoNotDisturb = SettingKeys.ForGood }).SilentUntil(At("12:00"), berlin)!.Value, TimeSpan.FromDays(1));
    }
}
