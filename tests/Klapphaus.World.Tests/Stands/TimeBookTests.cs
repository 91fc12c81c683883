using CsCheck;
using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>Times that hosts offer and visitors book.</summary>
public class TimeBookTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly TimeBook book = new([]);

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
        Assert.Empty(book.Free(noon));
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
        Assert.Equal("t1", Assert.Single(book.Free(noon)).Id);
    }

    [Fact]
    public void WhatHasBegunIsNeitherBookedNorCancelled()
    {
        Offered(Slot("t1", 60), Slot("t2", 90));
        book.Book("t1", "vera", noon);
        Assert.Equal(TimeOutcome.NotAhead, book.Cancel("t1", "vera", noon.AddMinutes(60)));
        Assert.Equal(TimeOutcome.NotAhead, book.Book("t2", "vera", noon.AddMinutes(90)));
        Assert.Empty(book.Free(noon.AddMinutes(90)));
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

    [Theory]
    [InlineData(3, 29, 0, 30, "01:30 +01:00")] // the night in which clocks go forward: an hour before
    [InlineData(3, 29, 1, 30, "03:30 +02:00")]
    [InlineData(10, 25, 0, 30, "02:30 +02:00")] // and back: half past two comes twice
    [InlineData(10, 25, 1, 30, "02:30 +01:00")]
    public void TheClockOnTheStandsWallGoesByItsZone(int month, int day, int hour, int minute, string expected)
    {
        var slot = Slot("t1", 0) with { Start = new(2026, month, day, hour, minute, 0, TimeSpan.Zero) };
        Assert.Equal(expected, slot.LocalStart.ToString("HH:mm zzz"));
        Assert.Equal(slot.Start, slot.LocalStart);
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
            var busy = new TimeBook([]);
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
