using CsCheck;
using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>Times that hosts offer and visitors book.</summary>
public class TimeBookTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly List<CalledOffTime> calledOff = [];
    readonly TimeBook book;

    public TimeBookTests() => book = new([], calledOff);

    static TimeSlot Slot(string id, int minute, int length = 30, string host = "hanna") =>
        new() { Id = id, Host = host, Start = noon.AddMinutes(minute), Length = TimeSpan.FromMinutes(length), Zone = "Europe/Berlin" };

    void Offered(params TimeSlot[] slots)
    {
        foreach (var slot in slots) Assert.Equal(TimeOutcome.Done, book.Offer(slot, noon));
    }

    [Fact]
    public void TheFirstWhoBooksHasIt()
    {
        Offered(Slot("t1", 60));
        Assert.Equal(TimeOutcome.Done, book.Book("t1", "vera", noon));
        Assert.Equal(TimeOutcome.Taken, book.Book("t1", "max", noon));
        Assert.Equal(TimeOutcome.Done, book.Book("t1", "vera", noon));
        Assert.Equal(("vera", 1), (book.Find("t1")!.BookedBy, book.Find("t1")!.Revision));
        Assert.False(book.Find("t1")!.IsFree);
        Assert.Equal(TimeOutcome.Unknown, book.Book("t2", "vera", noon));
        Assert.Equal(TimeOutcome.Unknown, book.Book("t1", "hanna", noon));
    }

    [Fact]
    public void WhatIsCancelledIsFreeAgain()
    {
        Offered(Slot("t1", 60));
        Assert.Equal(TimeOutcome.Unknown, book.Cancel("t1", "vera", noon));
        book.Book("t1", "vera", noon);
        Assert.Equal(TimeOutcome.Unknown, book.Cancel("t1", "max", noon));
        Assert.Equal(TimeOutcome.Done, book.Cancel("t1", "vera", noon));
        Assert.Equal(TimeOutcome.Done, book.Book("t1", "max", noon));
        Assert.Equal(TimeOutcome.Done, book.Cancel("t1", "hanna", noon));
        Assert.Equal(4, book.Find("t1")!.Revision);
        Assert.True(book.Find("t1")!.IsFree);
    }

    [Fact]
    public void WhatHasBegunIsNeitherBookedNorCancelled()
    {
        Offered(Slot("t1", 60), Slot("t2", 90));
        book.Book("t1", "vera", noon);
        Assert.Equal(TimeOutcome.NotAhead, book.Cancel("t1", "vera", noon.AddMinutes(60)));
        Assert.Equal(TimeOutcome.NotAhead, book.Book("t2", "vera", noon.AddMinutes(90)));
    }

    [Fact]
    public void AHostIsInOnePlaceAtATimeAndSoIsAVisitor()
    {
        Offered(Slot("t1", 60), Slot("t2", 90), Slot("t3", 75, host: "hugo"));
        Assert.Equal(TimeOutcome.Overlaps, book.Offer(Slot("t4", 89), noon));
        Assert.Equal(TimeOutcome.Overlaps, book.Offer(Slot("t4", 31), noon));
        Assert.Equal(TimeOutcome.Done, book.Offer(Slot("t4", 30), noon));
        book.Book("t1", "vera", noon);
        Assert.Equal(TimeOutcome.Overlaps, book.Book("t3", "vera", noon));
        Assert.Equal(TimeOutcome.Done, book.Book("t2", "vera", noon));
    }

    [Fact]
    public void OnlyWhatCanBeKeptIsOffered()
    {
        Assert.Equal(TimeOutcome.NotAhead, book.Offer(Slot("t1", 0), noon));
        Assert.Equal(TimeOutcome.NotAhead, book.Offer(Slot("t1", 367 * 24 * 60), noon));
        Assert.Equal(TimeOutcome.LengthUnusable, book.Offer(Slot("t1", 60, length: 4), noon));
        Assert.Equal(TimeOutcome.LengthUnusable, book.Offer(Slot("t1", 60, length: 241), noon));
        Assert.Equal(TimeOutcome.ZoneUnknown, book.Offer(Slot("t1", 60) with { Zone = "Europe/Altenburg" }, noon));
        Assert.Empty(book.All);
    }

    [Fact]
    public void WhatIsOfferedIsFreeAndOnceThereIsNotOfferedOtherwise()
    {
        Offered(Slot("t1", 60) with { BookedBy = "vera", Revision = 7 });
        Assert.Equal((true, 0), (book.Find("t1")!.IsFree, book.Find("t1")!.Revision));
        Assert.Equal(TimeOutcome.Done, book.Offer(Slot("t1", 60), noon));
        Assert.Equal(TimeOutcome.Unknown, book.Offer(Slot("t1", 120), noon));
        Assert.Single(book.All);
    }

    [Fact]
    public void AFullBookMakesRoomByWhatIsOver()
    {
        for (var i = 0; i < TimeBook.Most; i++) Offered(Slot($"t{i}", 10 + i * 5, length: 5));
        var (later, tooSoon) = (Slot("more", 10_000), noon.AddMinutes(15));
        Assert.Equal(TimeOutcome.Full, book.Offer(later, tooSoon));
        Assert.Equal(TimeOutcome.Done, book.Offer(later, tooSoon.AddTicks(1)));
        Assert.Null(book.Find("t0"));
        Assert.NotNull(book.Find("t1"));
    }

    [Fact]
    public void WhoHadBookedWhatIsWithdrawnCanBeTold()
    {
        Offered(Slot("t1", 60));
        book.Book("t1", "vera", noon);
        Assert.Equal("vera", book.Withdraw("t1")!.BookedBy);
        Assert.Null(book.Withdraw("t1"));
        Assert.Empty(book.All);
    }

    [Fact]
    public void WhatIsCalledOffIsKeptForBothUntilTheDayAfter()
    {
        Offered(Slot("t1", 60), Slot("t2", 120), Slot("t3", 180));
        foreach (var id in new[] { "t1", "t2", "t3" }) Assert.Equal(TimeOutcome.Done, book.Book(id, "vera", noon));
        book.Cancel("t1", "vera", noon);
        book.Cancel("t2", "hanna", noon);
        book.Withdraw("t3");
        Assert.Equal([("t1", "vera", 2, false), ("t2", "vera", 2, true), ("t3", "vera", 2, true)], book.CalledOff.Select(c => (c.Slot.Id, c.Slot.BookedBy, c.Slot.Revision, c.ByHost)));
        book.Book("t1", "max", noon); // that does not concern Vera
        Assert.Equal(3, book.CalledOff.Count);
        book.Cancel("t1", "max", noon);
        book.Book("t1", "vera", noon); // but this does
        Assert.Equal([("t2", "vera"), ("t3", "vera"), ("t1", "max")], book.CalledOff.Select(c => (c.Slot.Id, c.Slot.BookedBy)));
        Assert.Equal(5, book.Find("t1")!.Revision);
        Assert.False(book.Tidy(noon.AddMinutes(90) + TimeBook.Kept));
        Assert.True(book.Tidy(noon.AddMinutes(91) + TimeBook.Kept));
        Assert.Equal(["t2"], book.All.Select(s => s.Id));
        Assert.Equal(["t2", "t3"], book.CalledOff.Select(c => c.Slot.Id));
        Assert.True(book.Tidy(noon.AddMinutes(211) + TimeBook.Kept));
        Assert.Empty(book.All);
        Assert.Empty(book.CalledOff);
    }

    [Fact]
    public void NobodyBooksMoreThanThreeThatAreYetToCome()
    {
        for (var i = 1; i <= 5; i++) Offered(Slot($"t{i}", 60 * i));
        for (var i = 1; i <= TimeBook.MostBooked; i++) Assert.Equal(TimeOutcome.Done, book.Book($"t{i}", "vera", noon));
        Assert.Equal(TimeOutcome.TooMany, book.Book("t4", "vera", noon));
        Assert.Equal(TimeOutcome.Done, book.Book("t4", "max", noon));
        Assert.Equal(TimeOutcome.Done, book.Book("t5", "vera", noon.AddMinutes(60))); // the first has begun
    }

    [Fact]
    public void WhoIsForgottenHasNeitherOfferedNorBookedAndTheOthersLearnThatItIsOff()
    {
        Offered(Slot("t1", 60), Slot("t2", 120), Slot("t3", 180, host: "vera"), Slot("t4", 240, host: "vera"), Slot("t5", 300));
        book.Book("t1", "vera", noon);
        book.Book("t2", "max", noon);
        book.Book("t3", "max", noon);
        book.Book("t5", "vera", noon);
        book.Cancel("t5", "vera", noon);
        book.Erase("vera", "-");
        Assert.Equal([("t1", ""), ("t2", "max"), ("t5", "")], book.All.Select(s => (s.Id, s.BookedBy)));
        Assert.Equal([("t5", "hanna", "-"), ("t3", "-", "max"), ("t1", "hanna", "-")], book.CalledOff.Select(c => (c.Slot.Id, c.Slot.Host, c.Slot.BookedBy)));
        Assert.DoesNotContain(book.All, s => s.Host == "vera" || s.BookedBy == "vera");
    }

    [Fact]
    public void OnlySoManyThatWereCalledOffAreKept()
    {
        Offered(Slot("t1", 60));
        for (var i = 0; i <= TimeBook.Most; i++)
        {
            book.Book("t1", $"v{i}", noon);
            book.Cancel("t1", $"v{i}", noon);
        }
        Assert.Equal((TimeBook.Most, "v1"), (book.CalledOff.Count, book.CalledOff[0].Slot.BookedBy));
    }

    [Fact]
    public void WhatTheStandHasCalledOffIsForgottenLast()
    {
        Offered(Slot("t1", 60), Slot("t2", 120));
        book.Book("t2", "max", noon);
        book.Cancel("t2", "hanna", noon);
        for (var i = 0; i < TimeBook.Most; i++)
        {
            book.Book("t1", $"v{i}", noon);
            book.Cancel("t1", $"v{i}", noon);
        }
        Assert.Equal((TimeBook.Most, "max", "v1"), (book.CalledOff.Count, book.CalledOff[0].Slot.BookedBy, book.CalledOff[1].Slot.BookedBy));
    }

    [Fact]
    public void OfTheSameTimeAndMemberOnlyTheLatestEndIsKept()
    {
        Offered(Slot("t1", 60));
        book.Book("t1", "vera", noon);
        calledOff.Add(new(book.Find("t1")! with { Revision = 0 }, ByHost: false)); // as an older version of the house left it
        book.Cancel("t1", "hanna", noon);
        Assert.Equal((2, true), Assert.Single(book.CalledOff) is var off ? (off.Slot.Revision, off.ByHost) : default);
    }

    [Fact]
    public void WhomTheHostHasCalledOffDoesNotGetTheSameTimeAgain()
    {
        Offered(Slot("t1", 60), Slot("t2", 120));
        book.Book("t1", "vera", noon);
        book.Cancel("t1", "hanna", noon);
        Assert.Equal(TimeOutcome.Taken, book.Book("t1", "vera", noon));
        Assert.True(Assert.Single(book.CalledOff).ByHost);
        Assert.Equal(TimeOutcome.Done, book.Book("t2", "vera", noon));
        Assert.Equal(TimeOutcome.Done, book.Book("t1", "max", noon));
    }

    [Fact]
    public void ATimeIsKeptInUtcHoweverItWasGiven()
    {
        Offered(Slot("t1", 0) with { Start = new(2026, 11, 26, 15, 0, 0, TimeSpan.FromHours(1)) });
        Assert.Equal((TimeSpan.Zero, 14), (book.Find("t1")!.Start.Offset, book.Find("t1")!.Start.Hour));
    }

    [Fact]
    public void NobodyIsBookedTwiceAtATimeHoweverTheyTry() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9], Gen.Int[1, 20], Gen.Int[0, 2]).Array[1, 80].Sample(story =>
        {
            var busy = new TimeBook([], []);
            foreach (var (kind, id, place, who) in story)
            {
                _ = kind switch
                {
                    0 => busy.Offer(Slot($"t{id}", place * 10, length: 25, host: $"h{who}"), noon),
                    1 => busy.Cancel($"t{id}", $"v{who}", noon),
                    _ => busy.Book($"t{id}", $"v{who}", noon),
                };
                var all = busy.All;
                foreach (var one in all)
                    foreach (var two in all.Where(t => t != one && t.Overlaps(one)))
                    {
                        Assert.NotEqual(one.Host, two.Host);
                        if (!one.IsFree) Assert.NotEqual(one.BookedBy, two.BookedBy);
                    }
            }
        }, iter: 300);
}
