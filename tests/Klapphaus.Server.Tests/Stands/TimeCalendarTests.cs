using Ical.Net;
using Ical.Net.CalendarComponents;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Stands;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Appointments as calendars read them: at the right moment wherever one is, also around the change to summer time.</summary>
public sealed class TimeCalendarTests
{
    const string Stand = "s0123456789abcdef0123456789abcdef";

    static readonly Uri house = new("https://haus.example");
    static readonly DateTimeOffset now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    static TimeSlotState Slot(DateTimeOffset start, int minutes = 30) =>
        new() { Id = "t1", Host = "bea", Start = start.ToUniversalTime(), Length = TimeSpan.FromMinutes(minutes), Zone = "Europe/Berlin", BookedBy = "vera", Revision = 1 };

    static string Write(TimeSlotState slot, bool isOff = false, bool isHost = false, bool german = true, string name = "Stadt Soest", string host = "Bea") => TimeCalendar.Write(
        new(slot, isOff, isHost), new() { Name = name, Room = "halle", Zone = "Europe/Berlin", Names = new() { ["bea"] = host, ["vera"] = "Vera" } }, Stand, house, now, german);

    static (Calendar Calendar, CalendarEvent Event) Read(string text)
    {
        var calendar = Calendar.Load(text)!;
        return (calendar, Assert.Single(calendar.Events));
    }

    [Fact]
    public void ItHasAllThatACalendarNeeds()
    {
        var text = Write(Slot(new(2026, 11, 26, 13, 0, 0, TimeSpan.Zero)));
        var (calendar, appointed) = Read(text);
        Assert.Equal(("PUBLISH", "2.0"), (calendar.Method, calendar.Version));
        Assert.Equal(($"t1@{Stand}.klapphaus", 1, "CONFIRMED", "Gespräch mit Bea (Stadt Soest)", "Stadt Soest"), (appointed.Uid, appointed.Sequence, appointed.Status, appointed.Summary, appointed.Location));
        Assert.Equal($"https://haus.example/?raum=halle&stand={Stand}", appointed.Url?.AbsoluteUri);
        Assert.Contains($"ORGANIZER;CN=Stadt Soest:https://haus.example/stand/{Stand}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(now.UtcDateTime, appointed.DtStamp!.AsUtc);
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20261126T140000", text, StringComparison.Ordinal);
        Assert.Contains("DTEND;TZID=Europe/Berlin:20261126T143000", text, StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Equal("Talk with Vera (Stadt Soest)", Read(Write(Slot(now.AddDays(9)), isHost: true, german: false)).Event.Summary);
    }

    [Fact]
    public void WhatIsCalledOffIsCancelledUnderTheSameNumberAndIsTheNewer()
    {
        var slot = Slot(new(2026, 11, 26, 13, 0, 0, TimeSpan.Zero));
        var (booked, off) = (Read(Write(slot)), Read(Write(slot with { Revision = 2 }, isOff: true)));
        Assert.Equal(("CANCEL", "CANCELLED"), (off.Calendar.Method, off.Event.Status));
        Assert.Equal(booked.Event.Uid, off.Event.Uid);
        Assert.True(off.Event.Sequence > booked.Event.Sequence);
        Assert.Equal(booked.Event.Start, off.Event.Start);
    }

    [Theory]
    [InlineData("2026-03-28T14:00:00Z", "20260328T150000")] // the day before clocks go forward
    [InlineData("2026-03-29T00:30:00Z", "20260329T013000")]
    [InlineData("2026-03-29T01:00:00Z", "20260329T030000")] // there is no half past two
    [InlineData("2026-03-30T14:00:00Z", "20260330T160000")]
    [InlineData("2026-10-24T14:00:00Z", "20261024T160000")]
    [InlineData("2026-10-25T02:00:00Z", "20261025T030000")] // when it has struck three for the second time
    [InlineData("2026-10-26T14:00:00Z", "20261026T150000")]
    [InlineData("2027-01-15T14:00:00Z", "20270115T150000")]
    [InlineData("2027-07-15T14:00:00Z", "20270715T160000")]
    public void TheClockOnTheWallIsRightBeforeAndAfterTheChange(string start, string local)
    {
        var moment = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        var text = Write(Slot(moment));
        Assert.Contains($"DTSTART;TZID=Europe/Berlin:{local}", text, StringComparison.Ordinal);
        // by the rules that the file itself has for the zone it is the same moment
        var (calendar, appointed) = Read(text);
        Assert.Equal(moment.UtcDateTime, OffsetAt(calendar, appointed.Start!.Value) is var offset ? DateTime.SpecifyKind(appointed.Start.Value - offset, DateTimeKind.Utc) : default);
        Assert.Equal(moment.UtcDateTime, appointed.Start.AsUtc);
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00Z")] // half past two, the first time
    [InlineData("2026-10-25T01:30:00Z")] // and the second
    [InlineData("2026-10-24T23:45:00Z")] // ends in that hour
    public void WhereTheClockSaysTheSameTwiceItIsWrittenInUtc(string start)
    {
        var moment = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        var text = Write(Slot(moment));
        Assert.Contains($"DTSTART:{moment.UtcDateTime:yyyyMMddTHHmmss}Z", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TZID", text, StringComparison.Ordinal);
        Assert.Equal((moment.UtcDateTime, moment.UtcDateTime.AddMinutes(30)), Read(text).Event is var e ? (e.Start!.AsUtc, e.End!.AsUtc) : default);
    }

    [Fact]
    public void NamesBreakOutOfNothing()
    {
        var (calendar, appointed) = Read(Write(Slot(now.AddDays(9)), name: "Soest;X=1,\\n\" : Unna", host: "Bea\r\nATTENDEE:mailto:x@evil.example\r\nBEGIN:VALARM"));
        Assert.Single(calendar.Events);
        Assert.Empty(appointed.Attendees);
        Assert.Empty(appointed.Alarms);
        Assert.Equal("Soest;X=1,\\n\" : Unna", appointed.Location);
    }

    [Fact]
    public void AHouseInAnotherZoneSaysWhatItsOwnClockSays()
    {
        var text = Write(Slot(new(2026, 7, 1, 13, 0, 0, TimeSpan.Zero)) with { Zone = "Europe/Lisbon" });
        Assert.Contains("DTSTART;TZID=Europe/Lisbon:20260701T140000", text, StringComparison.Ordinal);
        Assert.Contains("TZID:Europe/Lisbon", text, StringComparison.Ordinal);
    }

    /// <summary>What lies between the clock on the wall and UTC at that time, by the parts of the zone in the file.</summary>
    static TimeSpan OffsetAt(Calendar calendar, DateTime local)
    {
        var zone = Assert.Single(calendar.TimeZones);
        Assert.Equal("Europe/Berlin", zone.TzId);
        return zone.TimeZoneInfos.SelectMany(part => Onsets(part, local.Year).Select(onset => (onset, part))).Where(p => p.onset <= local).MaxBy(p => p.onset).part.OffsetTo!.Offset;
    }

    /// <summary>When a part begins, in the years around: on the last Sunday of a month, as it has been in Germany for decades.</summary>
    static IEnumerable<DateTime> Onsets(VTimeZoneInfo part, int year)
    {
        var rule = part.RecurrenceRule!;
        Assert.Equal((-1, DayOfWeek.Sunday), Assert.Single(rule.ByDay) is var day ? (day.Offset, day.DayOfWeek) : default);
        foreach (var y in new[] { year - 1, year })
        {
            var last = new DateTime(y, Assert.Single(rule.ByMonth), 1).AddMonths(1).AddDays(-1);
            yield return last.AddDays(-(int)last.DayOfWeek) + part.Start!.Value.TimeOfDay;
        }
    }
}
