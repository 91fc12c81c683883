using Klapphaus.Grains.Members;
using Klapphaus.Grains.Rooms;

namespace Klapphaus.Grains.Tests;

/// <summary>People of one name in one room, as it tells of them.</summary>
public class RoomNamesTests(HouseCluster house)
{
    const string Room = "buehne";
    const int Standing = 255;

    /// <summary>A name that nobody has in another test.</summary>
    readonly string name = $"Ada {Guid.NewGuid():N}";

    [Fact]
    public async Task WhoComesSecondHasANumberThatEverybodyIsTold()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, Room);
        var first = await Enter(feed);
        var second = await Enter(feed);
        Assert.Equal((name, $"{name} (2)"), (first.Name, second.Name));
        var tick = await feed.Hears(t => t.Entered.Any(p => p.Handle == second.Handle), "the second one's coming");
        Assert.Equal($"{name} (2)", tick.Entered.Single(p => p.Handle == second.Handle).Name);
    }

    [Fact]
    public async Task NumberStaysByAnotherConnectionAndTheNameOfWhoLeftIsForTheNext()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, Room);
        var first = await Enter(feed);
        var second = await Enter(feed);
        await house.Grains.GetGrain<IAvatarGrain>(first.Member).Leave(first.Connection);
        Assert.Equal($"{name} (2)", (await Enter(feed, second.Member, connection: "tab-2")).Name);
        Assert.Equal(name, (await Enter(feed)).Name);
    }

    [Fact]
    public async Task WhoIsVouchedForHasTheNameAndWhoHadItIsToldWithANumber()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, Room);
        var eve = await Enter(feed);
        var ada = await Enter(feed, verified: true);
        Assert.Equal(name, ada.Name);
        var tick = await feed.Hears(t => t.Entered.Any(p => p.Handle == eve.Handle && p.Number > 0), "Eve's number");
        var told = tick.Entered.Single(p => p.Handle == eve.Handle);
        Assert.Equal(($"{name} (2)", eve.Connection, eve.Arrival), (told.Name, told.Connection, told.Arrival));
    }

    [Fact]
    public async Task NamesComeBackWithThoseWhomAFeedRemembers()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, Room);
        var (third, first, second) = (Remembered(3), Remembered(0), Remembered(2));
        await feed.AttachAgainAsync(house.Grains, Room, third, first, second);
        Assert.Equal([third.Person.Name, first.Person.Name, second.Person.Name], NamesOf(feed, third, first, second));
        Assert.Equal($"{name} (4)", (await Enter(feed)).Name);
    }

    [Fact]
    public async Task WhomAFeedRemembersHasAnotherNameWhenTheirsIsSomebodyElsesByNow()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, Room);
        await Enter(feed);
        await Enter(feed);
        var (first, second) = (Remembered(0), Remembered(2));
        await feed.AttachAgainAsync(house.Grains, Room, first, second);
        Assert.Equal([$"{name} (3)", $"{name} (4)"], NamesOf(feed, first, second));
    }

    [Fact]
    public async Task WhoIsRememberedAsVouchedForHasTheNameAgain()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, Room);
        var eve = await Enter(feed);
        var ada = Remembered(0, verified: true);
        await feed.AttachAgainAsync(house.Grains, Room, ada);
        Assert.Equal([name], NamesOf(feed, ada));
        await feed.Hears(t => t.Entered.Any(p => p.Handle == eve.Handle && p.Name == $"{name} (2)"), "Eve's number");
    }

    static IEnumerable<string> NamesOf(RecordingFeed feed, params RoomResident[] residents) =>
        residents.Select(r => feed.Snapshot.State.Entered.Single(p => p.Member == r.Person.Member).Name);

    /// <summary>Somebody who was in the room before it forgot everybody.</summary>
    RoomResident Remembered(int number, bool verified = false)
    {
        var state = AvatarState.Pack(64, 64, Standing);
        return new()
        {
            Person = new()
            {
                Handle = 7,
                Member = $"{Guid.NewGuid():N}",
                Name = number == 0 ? name : $"{name} ({number})",
                Number = number,
                Role = "visitor",
                Feed = "f",
                Connection = "c",
                Verified = verified,
            },
            Known = state,
            Said = state,
        };
    }

    async Task<RoomPerson> Enter(RecordingFeed feed, string? member = null, bool verified = false, string connection = "tab-1")
    {
        member ??= $"{Guid.NewGuid():N}";
        await house.Grains.GetGrain<IMemberGrain>(member).OpenSession(new()
        {
            Session = "s",
            Until = DateTimeOffset.MaxValue,
            Name = name,
            Affiliation = "",
            Role = "visitor",
            Origin = "visitor",
        });
        var entry = await house.Grains.GetGrain<IAvatarGrain>(member).Enter(new()
        {
            Room = Room,
            Name = name,
            Affiliation = "",
            Role = "visitor",
            Feed = feed.Id,
            Connection = connection,
            Session = "s",
            Verified = verified,
        });
        Assert.Equal(ErrorCode.None, entry.Error);
        return entry.Person!;
    }
}
