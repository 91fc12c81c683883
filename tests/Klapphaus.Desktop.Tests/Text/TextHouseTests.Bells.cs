using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Tests.Text;

// What is told of the bells of stands: who rings, what one waits for, and what becomes of both when the line breaks.
public sealed partial class TextHouseTests
{
    [Fact]
    public void WhoRingsIsKeptUntilItIsAnswered()
    {
        Enter();
        var call = new BellRangEvent { Stand = "s1", Name = "Stadt Köln", Room = "halle", Area = "stand-7", Request = 3, Visitor = "Vera", Affiliation = "Ulm", Wish = "ring", Since = 0 };
        house.Hear(call);
        Assert.Equal("Vera (Ulm) klingelt am Stand „Stadt Köln“ (Halle). „ja“ nimmt an und geht hin, „nein“ lehnt ab.", Last);
        house.Hear(call with { Request = 4, Visitor = "Willi" });
        house.Hear(new BellStopsEvent { Stand = "s1", Request = 3, By = "Hanna" });
        Assert.Equal("Hanna geht schon zu Vera.", Last);
        house.Answered(Assert.Single(house.Calls));
        house.Hear(new BellStopsEvent { Stand = "s1", Request = 4 });
        Assert.Equal("Hanna geht schon zu Vera.", Last);
        Assert.Empty(house.Calls);
    }

    [Fact]
    public void WhatOneWaitsForAtABellIsTold()
    {
        Enter();
        var bell = new BellChangedEvent { Stand = "s1", Wish = "ring", State = "waiting", Called = 2, Staffed = true, Length = 1, Place = 1 };
        house.Hear(bell);
        house.Hear(bell with { State = "accepted", Host = "Hanna" });
        house.Hear(bell with { State = "over", End = "declined", Text = "In zehn Minuten!", TextBy = "Hanna" });
        Assert.Equal(["Es klingelt: 2 Personen werden gerufen.", "Hanna kommt zu Ihnen an den Stand.", "Gerade kann niemand kommen. Hanna schreibt: „In zehn Minuten!“"], Told[1..]);
        Assert.Null(house.Rung);
    }

    [Fact]
    public void ThatSomebodyComesIsTheEndOfARingAndTheBeginningOfATalk()
    {
        var bell = new BellChangedEvent { Stand = "s1", Wish = "ring", State = "waiting", Called = 1, Staffed = true, Length = 1, Place = 1 };
        house.Hear(bell);
        Assert.Equal("s1", house.Rung?.Stand);
        house.Hear(bell with { State = "accepted", Host = "Hanna" });
        Assert.Null(house.Rung);
        house.Hear(bell with { Wish = "talk", State = "accepted", Host = "Hanna" });
        // what ends at another stand is not this
        house.Hear(bell with { Stand = "s2", State = "over", End = "unanswered" });
        Assert.Equal("s1", house.Rung?.Stand);
        house.LeftBell("s1");
        Assert.Null(house.Rung);
    }

    [Fact]
    public void WhatTheHouseHasLostIsAskedForOnceMore()
    {
        var bell = new BellChangedEvent { Stand = "s1", Wish = "talk", State = "unheard" };
        List<BellChangedEvent> lost = [];
        house.RingLost += lost.Add;
        house.Hear(bell);
        var told = Told.Length;
        house.Hear(new BellChangedEvent { Stand = "s2", Wish = "", State = "over", End = "lost" });
        Assert.Equal(bell, house.Rung);
        house.Hear(new BellChangedEvent { Stand = "s1", Wish = "", State = "over", End = "lost" });
        Assert.Equal([bell], lost);
        Assert.Null(house.Rung);
        Assert.Equal(told, Told.Length);
        // whoever waits no more is told
        house.Hear(new BellChangedEvent { Stand = "s1", Wish = "", State = "over", End = "lost" });
        Assert.Equal("Ihr Klingeln ging verloren. Bitte klingeln Sie noch einmal.", Last);
    }

    [Fact]
    public void CallsThatWereMissedAreToldWithTheStand()
    {
        var asked = 0;
        house.Asked += () => asked++;
        var vera = new BellRequestView { Request = 3, Visitor = "Vera", Wish = "ring", Since = 0, Calls = true };
        var desk = new StandAttendedEvent { Stand = "s1", Name = "Stadt Köln", Room = "halle", Area = "stand-7", OnDuty = true, Line = [vera, vera with { Request = 4, Visitor = "Willi", Calls = false }] };
        house.Hear(desk);
        var call = Assert.Single(house.Calls);
        Assert.Equal((3L, "Vera", "halle", "stand-7"), (call.Request, call.Visitor, call.Room, call.Area));
        house.Hear(call);
        Assert.Single(Told, line => line.StartsWith("Vera klingelt", StringComparison.Ordinal));
        Assert.Equal(1, asked);
        house.Hear(desk with { Line = [] });
        Assert.Empty(house.Calls);
    }

    [Fact]
    public void AfterABrokenLineDutyAndRingAreTakenUpAgain()
    {
        house.Hear(new StandAttendedEvent { Stand = "s1", Room = "halle", Area = "stand-7", OnDuty = true, Line = [new() { Request = 3, Visitor = "Vera", Wish = "ring", Since = 0, Calls = true }] });
        var bell = new BellChangedEvent { Stand = "s2", Wish = "ring", State = "waiting" };
        house.Hear(bell);
        var (duty, rung) = house.ForgetBells();
        Assert.Equal(["s1"], duty);
        Assert.Equal(bell, rung);
        Assert.Empty(house.Calls);
        Assert.Empty(house.Desks);
        Assert.Null(house.Rung);
    }
}
