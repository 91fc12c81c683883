using Klapphaus.World.Members;
using Klapphaus.World.Moderation;

namespace Klapphaus.World.Tests.Moderation;

/// <summary>When a room is open.</summary>
public class OpeningHoursTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("Do 08:00-18:00", true)]
    [InlineData("Thu 08:00-18:00", true)]
    [InlineData("donnerstag 8:00 – 12:00", false)]
    [InlineData("Do 12:00-12:01", true)]
    [InlineData("Mo-Fr 08:00-18:00, Sa 10:00-14:00", true)]
    [InlineData("Fr-Mo 08:00-18:00", false)]
    [InlineData("Sa-Do 08:00-18:00", true)]
    [InlineData("Mo-Mi 00:00-24:00; Do 13:00-24:00", false)]
    [InlineData("Mo-Mi 00:00-24:00; Do 00:00-24:00", true)]
    public void ARoomIsOpenInItsHours(string hours, bool open) => Assert.Equal(open, OpeningHours.Read(hours)!.Covers(DayOfWeek.Thursday, TimeSpan.FromHours(12)));

    [Theory]
    [InlineData("immer")]
    [InlineData("Mo 8-18")]
    [InlineData("Xx 08:00-18:00")]
    [InlineData("Mo-Xx 08:00-18:00")]
    [InlineData("Mo 18:00-08:00")]
    [InlineData("Mo 08:00-25:00")]
    [InlineData("Mo 08:61-18:00")]
    [InlineData("Mo 08:00-18:00, und sonst")]
    [InlineData(",;")]
    public void WhatIsNoTimeIsNotRead(string hours) => Assert.Null(OpeningHours.Read(hours));

    [Fact]
    public void WhatIsTooLongIsNotRead() => Assert.Null(OpeningHours.Read(new string(' ', OpeningHours.Longest + 1)));

    [Fact]
    public void TheHouseGoesByItsOwnClock()
    {
        var keeper = new Doorkeeper { Policy = new() { Hours = OpeningHours.Read("Do 08:00-18:00")! }, Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        DateTimeOffset At(int hour) => new(2026, 11, 26, hour, 30, 0, TimeSpan.Zero);
        Assert.Equal(Admission.Shut, keeper.Judge("ada", Role.Host, At(6))); // half past seven in Berlin
        Assert.Equal(Admission.Welcome, keeper.Judge("ada", Role.Visitor, At(7)));
        Assert.Equal(Admission.Welcome, keeper.Judge("ada", Role.Visitor, At(16)));
        Assert.Equal(Admission.Shut, keeper.Judge("ada", Role.Visitor, At(17)));
    }
}
