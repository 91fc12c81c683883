using Klapphaus.Contracts;
using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Reach;
using Klapphaus.Desktop.Settings;

namespace Klapphaus.Desktop.Tests.Reach;

/// <summary>Bea looks after a stand. Vera and others come to it.</summary>
public sealed class NoticeRulesTests
{
    const string Stand = "s0123456789abcdef0123456789abcdef";

    static readonly TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    readonly NoticeRules rules = new(berlin);
    DateTimeOffset now = new(2026, 11, 27, 14, 0, 0, TimeSpan.FromHours(1));

    static BellRangEvent Ring(long request = 1, string visitor = "Vera", string wish = "ring") => new()
    {
        Stand = Stand, Name = "Stadt Soest", Room = "halle", Area = "stand-7", Request = request, Visitor = visitor, Affiliation = "Stadt Unna", Wish = wish, Since = 0,
    };

    static StandAttendedEvent Desk(params BellRequestView[] line) => new() { Stand = Stand, Name = "Stadt Soest", Room = "halle", Area = "stand-7", OnDuty = true, Line = line };

    static BellRequestView Waits(long request, bool calls = true) => new() { Request = request, Visitor = "Vera", Wish = "ring", Since = 0, Calls = calls };

    static EnquiriesChangedEvent Left(string kind = "asked") => new() { Stand = Stand, Name = "Stadt Soest", Kind = kind };

    static Appointment Talk(DateTimeOffset start, string id = "t1") => new(id, Stand, "Stadt Soest", "halle", start, "Vera");

    static string Key(long request) => $"bell/{Stand}/{request}";

    [Fact]
    public void AHostIsToldWhoRings()
    {
        var notice = Assert.Single(rules.Rang(Ring(), now).Show);
        Assert.Equal((Key(1), NoticeKind.Bell, Stand, "halle", 1, true), (notice.Key, notice.Kind, notice.Stand, notice.Room, notice.Request, notice.IsCall));
        var face = NoticeFace.Of(notice, new("de"));
        Assert.Equal(("Vera klingelt", "Stadt Unna, am Stand „Stadt Soest“"), (face.Title, face.Text));
    }

    [Fact]
    public void ATalkIsAKindOfItsOwn()
    {
        rules.Settings = new() { Notices = [NoticeKind.Talk] };
        Assert.Empty(rules.Rang(Ring(), now).Show);
        Assert.Equal(NoticeKind.Talk, Assert.Single(rules.Rang(Ring(2, wish: "talk"), now).Show).Kind);
    }

    [Fact]
    public void ABellThatStopsTakesItsNoticeAway()
    {
        rules.Rang(Ring(), now);
        Assert.Equal([Key(1)], rules.Stops(new() { Stand = Stand, Request = 1 }).Take);
        Assert.Empty(rules.Stops(new() { Stand = Stand, Request = 1 }).Take);
        Assert.Empty(rules.Shown);
    }

    [Fact]
    public void NothingIsToldTwice()
    {
        rules.Rang(Ring(), now);
        Assert.Empty(rules.Rang(Ring(), now).Show);
        Assert.Empty(rules.Attended(Desk(Waits(1)), now).Show);
        rules.Closed(Key(1));
        Assert.Empty(rules.Attended(Desk(Waits(1)), now).Show);
        Assert.Empty(rules.Rang(Ring(), now).Show);
    }

    [Fact]
    public void TheSameVisitorMayRingAgain()
    {
        rules.Rang(Ring(), now);
        rules.Closed(Key(1));
        rules.Attended(Desk(), now);
        Assert.Single(rules.Rang(Ring(2), now).Show);
    }

    [Fact]
    public void WhatWasMissedIsMadeUpFor()
    {
        rules.Rang(Ring(1), now);
        var changes = rules.Attended(Desk(Waits(2), Waits(3, calls: false)), now);
        Assert.Equal([Key(1)], changes.Take);
        Assert.Equal([Key(2)], changes.Show.Select(notice => notice.Key));
    }

    [Fact]
    public void WhoIsOffDutyIsNotCalled()
    {
        rules.Rang(Ring(), now);
        Assert.Equal([Key(1)], rules.Attended(new() { Stand = Stand, Room = "halle", Area = "stand-7", OnDuty = false }, now).Take);
    }

    [Fact]
    public void AnotherStandsBellsStayAsTheyAre()
    {
        rules.Rang(Ring(), now);
        Assert.Empty(rules.Attended(Desk() with { Stand = "s" + new string('1', 32) }, now).Take);
        Assert.Single(rules.Shown);
    }

    [Fact]
    public void InSilenceABellIsNeitherShownNorLost()
    {
        rules.Settings = new() { DoNotDisturb = now.AddSeconds(30) };
        var changes = rules.Rang(Ring(), now);
        Assert.Empty(changes.Show);
        Assert.Equal(now.AddSeconds(30), rules.NextLook(now));
        now = now.AddSeconds(30);
        Assert.Equal([Key(1)], rules.Look(now).Show.Select(notice => notice.Key));
        Assert.Null(rules.NextLook(now));
    }

    [Fact]
    public void WhatIsOverWhenSilenceEndsIsNotTold()
    {
        rules.Settings = new() { QuietHours = new(new(13, 0), new(15, 0), []) };
        rules.Rang(Ring(), now);
        rules.Stops(new() { Stand = Stand, Request = 1 });
        Assert.Null(rules.NextLook(now));
        Assert.Empty(rules.Look(now.AddHours(2)).Show);
    }

    [Fact]
    public void SilenceThatIsSwitchedOffEndsAtOnce()
    {
        rules.Settings = new() { DoNotDisturb = SettingKeys.ForGood };
        rules.Rang(Ring(), now);
        rules.Left(Left(), now, 1);
        rules.Settings = new();
        Assert.Equal([NoticeKind.Bell, NoticeKind.Message], rules.Look(now).Show.Select(notice => notice.Kind));
    }

    [Fact]
    public void MessagesOfOneKindAreOneNotice()
    {
        var first = Assert.Single(rules.Left(Left(), now, 1).Show);
        var third = Assert.Single(rules.Left(Left(), now, 2).Show);
        Assert.Equal(first.Key, third.Key);
        Assert.Equal("3 neue Fragen", NoticeFace.Of(third, new("de")).Title);
        Assert.NotEqual(first.Key, Assert.Single(rules.Left(Left("handed"), now, 1).Show).Key);
        rules.Closed(first.Key);
        Assert.Equal("Eine neue Frage", NoticeFace.Of(Assert.Single(rules.Left(Left(), now, 1).Show), new("de")).Title);
    }

    [Fact]
    public void WhatNobodyHasToKnowAtOnceIsNotTold() => Assert.Empty(rules.Left(Left("takenBack"), now, 1).Show);

    [Fact]
    public void AnAnswerOfTheOtherReplacesTheQuestion()
    {
        var until = now.AddMinutes(1).ToUnixTimeMilliseconds();
        var asked = Assert.Single(rules.Exchange(new() { Member = "m1", Name = "Vera", State = "asked", Until = until }, now).Show);
        Assert.Equal(now.AddMinutes(1), rules.NextLook(now));
        Assert.Equal(asked.Key, Assert.Single(rules.Exchange(new() { Member = "m1", Name = "Vera", State = "agreed" }, now).Show).Key);
        rules.Exchange(new() { Member = "m2", Name = "Otto", State = "asked", Until = until }, now);
        Assert.Equal(["exchange/m2"], rules.Exchange(new() { Member = "m2", Name = "Otto", State = "declined" }, now).Take);
    }

    [Fact]
    public void AQuestionThatIsTooOldGoes()
    {
        rules.Exchange(new() { Member = "m1", Name = "Vera", State = "asked", Until = now.AddMinutes(1).ToUnixTimeMilliseconds() }, now);
        Assert.Equal(["exchange/m1"], rules.Look(now.AddMinutes(1)).Take);
    }

    [Fact]
    public void AnAnnouncementIsToldOnce()
    {
        var news = new AnnouncedEvent { Text = "Der Vortrag beginnt.", At = 1 };
        Assert.Single(rules.Announced(news, now).Show);
        Assert.Empty(rules.Announced(news, now).Show);
        Assert.Single(rules.Announced(news with { At = 2 }, now).Show);
    }

    [Fact]
    public void ABookedTalkIsToldFiveMinutesBefore()
    {
        var start = now.AddMinutes(30);
        Assert.Empty(rules.Booked([Talk(start)], now).Show);
        Assert.Equal(start.AddMinutes(-5), rules.NextLook(now));
        now = start.AddMinutes(-5);
        var notice = Assert.Single(rules.Look(now).Show);
        Assert.Equal("Um 14:30 Uhr beginnt Ihr Gespräch mit Vera", NoticeFace.Of(notice, new("de")).Title);
        Assert.Empty(rules.Booked([Talk(start)], now.AddMinutes(1)).Show);
        rules.Closed(notice.Key);
        Assert.Empty(rules.Booked([Talk(start)], now.AddMinutes(2)).Show);
    }

    [Fact]
    public void ATalkThatHasBegunOrWasCalledOffIsNotAnnounced()
    {
        Assert.Empty(rules.Booked([Talk(now)], now).Show);
        rules.Booked([Talk(now.AddMinutes(3))], now);
        Assert.Equal(["appointment/t1"], rules.Booked([], now).Take);
        rules.Booked([Talk(now.AddMinutes(4), "t2")], now);
        Assert.Equal(["appointment/t2"], rules.Look(now.AddMinutes(4)).Take);
    }

    [Fact]
    public void AnAnswerThatDidNotReachTheHouseLetsTheCallGoOn()
    {
        var call = Assert.Single(rules.Rang(Ring(), now).Show);
        rules.Closed(call.Key);
        Assert.Single(rules.Again(call, now).Show);
    }

    [Fact]
    public void WhoSignsOutIsToldNothingMore()
    {
        rules.Rang(Ring(), now);
        rules.Booked([Talk(now.AddHours(1))], now);
        Assert.Equal([Key(1)], rules.Clear().Take);
        Assert.Null(rules.NextLook(now));
        Assert.Empty(rules.Look(now.AddHours(1)).Show);
    }

    [Fact]
    public void WhatIsKnownAlreadyIsNotTold()
    {
        Assert.Empty(rules.Left(Left(), now, 0).Show);
        Assert.Equal("Eine neue Frage", NoticeFace.Of(Assert.Single(rules.Left(Left(), now, 1).Show), new("de")).Title);
    }

    [Fact]
    public void WhoOpensTheWindowHasSeenWhatWasLeft()
    {
        rules.Left(Left(), now, 2);
        rules.Opened();
        Assert.Equal("Eine neue Frage", NoticeFace.Of(Assert.Single(rules.Left(Left(), now, 1).Show), new("de")).Title);
    }

    [Fact]
    public void ABoardThatWasEmptiedShowsAgainWhoRings()
    {
        rules.Rang(Ring(1), now);
        rules.Rang(Ring(2), now);
        rules.Closed(Key(2));
        rules.Left(Left(), now, 1);
        Assert.Equal([Key(1)], rules.Emptied(now, _ => false).Show.Select(notice => notice.Key));
        Assert.Equal([Key(1)], rules.Shown.Select(notice => notice.Key));
        Assert.Equal([Key(1)], rules.Stops(new() { Stand = Stand, Request = 1 }).Take);
    }

    [Fact]
    public void WhatABoardHasNeverShownIsNotSeenByItsEnd()
    {
        var notice = Assert.Single(rules.Announced(new() { Text = "Gleich gibt es Kuchen", At = 1 }, now).Show);
        Assert.Empty(rules.Emptied(now, key => key == notice.Key).Show);
        Assert.True(rules.IsShown(notice.Key)); // and so is shown as soon as there is a board
        rules.Emptied(now, _ => false);
        Assert.False(rules.IsShown(notice.Key));
    }

    [Fact]
    public void ALongAnnouncementIsNotCutWithinASign()
    {
        var text = new string('x', 299) + "\U0001F514" + new string('y', 20);
        var notice = Assert.Single(rules.Announced(new() { Text = text, At = 1 }, now).Show);
        Assert.Equal(new string('x', 299) + "…", NoticeFace.Of(notice, new("de")).Text);
    }
}
