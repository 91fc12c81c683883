using Klapphaus.Grains.Members;
using Klapphaus.Grains.Rooms;
using Klapphaus.World.Plans;

namespace Klapphaus.Grains.Tests;

public class RoomGrainTests(HouseCluster house)
{
    const int Standing = 255;

    IRoomGrain Room(string id) => house.Grains.GetGrain<IRoomGrain>(id);

    IAvatarGrain Avatar(string member) => house.Grains.GetGrain<IAvatarGrain>(member);

    static string Somebody(string name) => $"{name}-{Guid.NewGuid():N}";

    Task<Opening> SignIn(string member, string role = "visitor") => house.Grains.GetGrain<IMemberGrain>(member).OpenSession(new()
    {
        Session = "s",
        Until = DateTimeOffset.MaxValue,
        Name = member,
        Affiliation = "",
        Role = role,
        Origin = "visitor",
    });

    async Task<AvatarEntry> Enter(string member, string room, RecordingFeed? feed = null, string connection = "c1", uint? stoodAt = null, string? through = null)
    {
        await SignIn(member);
        return await Avatar(member).Enter(new()
        {
            Room = through is null ? room : null,
            Through = through,
            StoodAt = stoodAt,
            Name = member,
            Affiliation = "",
            Role = "visitor",
            Feed = feed?.Id ?? "no-feed",
            Connection = connection,
            Session = "s",
        });
    }

    Task Step(RecordingFeed feed, string room, int handle, int x, int y, int heading) =>
        Room(room).Walk(new() { Feed = feed.Id, Handles = [handle], States = [AvatarState.Pack(x, y, heading)], Ages = [0], SentAt = Environment.TickCount64 });

    [Fact]
    public async Task WhoEntersAndWalksIsInTheTicksOfEveryFeed()
    {
        var near = await RecordingFeed.AttachAsync(house.Grains, "garten");
        var far = await RecordingFeed.AttachAsync(house.Grains, "garten");
        var ada = await Enter(Somebody("Ada"), "garten", near);
        Assert.Equal(ErrorCode.None, ada.Error);
        await far.Hears(t => t.Entered.Any(p => p.Handle == ada.Person!.Handle), "Ada's coming");

        var (x, y) = (AvatarState.X(ada.State), AvatarState.Y(ada.State));
        await Step(near, "garten", ada.Person!.Handle, x + 10, y, 0);
        var tick = await far.Hears(t => t.Handles.Contains(ada.Person.Handle), "Ada's step");
        Assert.Equal(AvatarState.Pack(x + 10, y, 0), tick.States[Array.IndexOf(tick.Handles, ada.Person.Handle)]);
    }

    [Fact]
    public async Task AStepThatWasOvertakenByALaterOneIsPast()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, "garten");
        var ada = await Enter(Somebody("Ada"), "garten", feed);
        var bo = await Enter(Somebody("Bo"), "garten", feed);
        await Step(feed, "garten", ada.Person!.Handle, AvatarState.X(ada.State) + 1, AvatarState.Y(ada.State), 0);
        await feed.Hears(t => t.Handles.Contains(ada.Person.Handle) && t.Entered.Length == 0, "Ada's start"); // a while after both came in
        var sent = Environment.TickCount64;
        var (adaStopped, adaWalked, boWalked) = (Beside(ada.State, 10, Standing), Beside(ada.State, 5, 0), Beside(bo.State, 5, Standing));
        await Room("garten").Walk(new() { Feed = feed.Id, Handles = [ada.Person.Handle], States = [adaStopped], Ages = [0], SentAt = sent });
        await feed.Hears(t => t.States.Contains(adaStopped), "Ada's stop");
        await Room("garten").Walk(new() { Feed = feed.Id, Handles = [ada.Person.Handle, bo.Person!.Handle], States = [adaWalked, boWalked], Ages = [0, 0], SentAt = sent - 1 });
        await feed.Hears(t => t.States.Contains(boWalked), "Bo's step");

        var now = (await RecordingFeed.AttachAsync(house.Grains, "garten")).Snapshot.State;
        Assert.Equal(adaStopped, now.States[Array.IndexOf(now.Handles, ada.Person.Handle)]);

        static uint Beside(uint state, int x, int heading) => AvatarState.Pack(AvatarState.X(state) + x, AvatarState.Y(state), heading);
    }

    [Fact]
    public async Task TicksAreNumberedWithoutGapsAndASnapshotSaysWhereTheyGoOn()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, "tische");
        var number = feed.Snapshot.State.Number;
        for (var i = 0; i < 3; i++)
        {
            await Enter(Somebody("Ada"), "tische", feed);
            Assert.Equal(++number, (await feed.Hears(_ => true, "the next tick")).Number);
        }
        var late = await RecordingFeed.AttachAsync(house.Grains, "tische");
        Assert.Equal(number, late.Snapshot.State.Number);
    }

    [Fact]
    public async Task AStepOfAnotherFeedsAvatarIsNotTaken()
    {
        var hers = await RecordingFeed.AttachAsync(house.Grains, "garten");
        var eves = await RecordingFeed.AttachAsync(house.Grains, "garten");
        var ada = await Enter(Somebody("Ada"), "garten", hers);
        var (x, y) = (AvatarState.X(ada.State), AvatarState.Y(ada.State));
        await eves.Hears(t => t.Entered.Any(p => p.Handle == ada.Person!.Handle), "Ada's coming"); // or her step goes out in the same tick
        await Step(eves, "garten", ada.Person!.Handle, x + 20, y, 0);
        await Step(hers, "garten", ada.Person.Handle, x + 5, y, Standing);
        var tick = await eves.Hears(t => t.Handles.Contains(ada.Person.Handle) && t.Entered.Length == 0, "Ada's own step");
        Assert.Equal(AvatarState.Pack(x + 5, y, Standing), tick.States[Array.IndexOf(tick.Handles, ada.Person.Handle)]);
    }

    [Fact]
    public async Task AJumpIsPutBackAndNobodySeesIt()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, "garten");
        var eve = await Enter(Somebody("Eve"), "garten", feed);
        await Step(feed, "garten", eve.Person!.Handle, AvatarState.X(eve.State) + 300, AvatarState.Y(eve.State), 0);
        var tick = await feed.Hears(t => t.PutBackHandles.Contains(eve.Person.Handle), "Eve's put-back");
        Assert.Equal(eve.State, tick.PutBackStates[Array.IndexOf(tick.PutBackHandles, eve.Person.Handle)]);
        Assert.Equal(eve.State, tick.States[Array.IndexOf(tick.Handles, eve.Person.Handle)]);
    }

    [Fact]
    public async Task AnAvatarIsInOneRoomAtMost()
    {
        var foyer = await RecordingFeed.AttachAsync(house.Grains, "foyer");
        var ada = Somebody("Ada");
        var inFoyer = await Enter(ada, "foyer", foyer);
        await foyer.Hears(t => t.Entered.Any(p => p.Member == ada), "Ada's coming");
        await Enter(ada, "halle");
        var left = (await foyer.Hears(t => t.Left.Any(d => d.Handle == inFoyer.Person!.Handle), "Ada's leaving")).Left.Single(d => d.Handle == inFoyer.Person!.Handle);
        Assert.Equal(DepartureReason.Left, left.Reason);
        Assert.Contains((await RecordingFeed.AttachAsync(house.Grains, "halle")).Snapshot.State.Entered, p => p.Member == ada);
        Assert.DoesNotContain((await RecordingFeed.AttachAsync(house.Grains, "foyer")).Snapshot.State.Entered, p => p.Member == ada);
    }

    [Fact]
    public async Task ComingInByAnotherConnectionElsewhereIsATakeover()
    {
        var foyer = await RecordingFeed.AttachAsync(house.Grains, "foyer");
        var ada = Somebody("Ada");
        var first = await Enter(ada, "foyer", foyer, connection: "tab-1");
        Assert.Equal("tab-1", (await Avatar(ada).Arrive("tab-2", "s")).Previous);
        await Enter(ada, "halle", connection: "tab-2");
        var tick = await foyer.Hears(t => t.Left.Any(d => d.Handle == first.Person!.Handle), "the end of the first tab");
        Assert.Equal(DepartureReason.TakenOver, tick.Left.Single(d => d.Handle == first.Person!.Handle).Reason);
    }

    [Fact]
    public async Task TheFirstTabsLeavingDoesNotMoveTheSecond()
    {
        var ada = Somebody("Ada");
        await Enter(ada, "foyer", connection: "tab-1");
        await Enter(ada, "foyer", connection: "tab-2");
        await Avatar(ada).Leave("tab-1");
        await Avatar(ada).Lose("tab-1");
        Assert.Equal("foyer", (await Avatar(ada).Arrive("tab-2", "s")).Room);
        Assert.Contains((await RecordingFeed.AttachAsync(house.Grains, "foyer")).Snapshot.State.Entered, p => p.Member == ada && p.Connection == "tab-2");
    }

    [Fact]
    public async Task OfTwoConnectionsOfOneMemberTheLaterOneSaysSo()
    {
        var ada = Somebody("Ada");
        var first = await Enter(ada, "foyer", connection: "tab-1");
        var second = await Enter(ada, "foyer", connection: "tab-2");
        Assert.Equal(first.Person!.Handle, second.Person!.Handle);
        Assert.True(second.Person.Arrival > first.Person.Arrival);
    }

    [Fact]
    public async Task AStepThatGotLostIsHeardWhenTheFeedAttachesAgain()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, "garten");
        var ada = await Enter(Somebody("Ada"), "garten", feed);
        var (x, y) = (AvatarState.X(ada.State), AvatarState.Y(ada.State));
        var said = AvatarState.Pack(x + 20, y, Standing);
        await feed.AttachAgainAsync(house.Grains, "garten", new RoomResident { Person = ada.Person!, Known = ada.State, KnownAge = 0, Said = said, SaidAge = 0 });
        Assert.Equal(said, StateOf(feed.Snapshot.State, ada.Person!.Handle));
    }

    [Fact]
    public async Task AJumpThatGotLostIsPutBackWhenTheFeedAttachesAgain()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, "garten");
        var eve = await Enter(Somebody("Eve"), "garten", feed);
        var jump = AvatarState.Pack(AvatarState.X(eve.State) + 300, AvatarState.Y(eve.State), Standing);
        await feed.AttachAgainAsync(house.Grains, "garten", new RoomResident { Person = eve.Person!, Known = eve.State, KnownAge = 0, Said = jump, SaidAge = 0 });
        Assert.Equal(eve.State, StateOf(feed.Snapshot.State, eve.Person!.Handle));
        await feed.Hears(t => t.PutBackHandles.Contains(eve.Person.Handle), "Eve's put-back");
    }

    static uint StateOf(RoomTick tick, int handle) => tick.States[Array.IndexOf(tick.Handles, handle)];

    [Fact]
    public async Task ADoorLeadsToItsEntryInTheNextRoomForWhoStandsAtIt()
    {
        var ada = Somebody("Ada");
        Assert.Equal(ErrorCode.NotInRoom, (await Enter(ada, "", through: "nach-halle")).Error);
        await Enter(ada, "foyer");
        Assert.Equal(ErrorCode.DoorUnknown, (await Enter(ada, "", through: "kellertür")).Error);
        Assert.Equal(ErrorCode.DoorTooFar, (await Enter(ada, "", through: "nach-halle")).Error);
        var hall = await RecordingFeed.AttachAsync(house.Grains, "halle");
        var inHall = await Enter(ada, "halle", hall);
        await WalkTowards(hall, inHall, "nach-foyer");
        Assert.Equal("foyer", (await Enter(ada, "", through: "nach-foyer")).Room);
    }

    /// <summary>One step of a metre, which brings one from the entry beside a door to the door.</summary>
    async Task WalkTowards(RecordingFeed feed, AvatarEntry entry, string door)
    {
        var plan = FloorPlanReader.Read(entry.Room!, System.Text.Encoding.UTF8.GetBytes(feed.Snapshot.Plan.Json)).Plan!;
        var here = new Position(AvatarState.X(entry.State), AvatarState.Y(entry.State));
        var there = plan.FindDoor(door)!.Rect.Clamp(here);
        var share = Math.Min(1, 31 / here.DistanceTo(there));
        await Step(feed, entry.Room!, entry.Person!.Handle, (int)(here.X + (there.X - here.X) * share), (int)(here.Y + (there.Y - here.Y) * share), Standing);
        await feed.Hears(t => t.Entered.Length == 0 && t.Handles.Contains(entry.Person.Handle), "the step towards the door");
    }

    [Fact]
    public async Task ThereIsNoWayIntoARoomThatIsNotThere()
    {
        Assert.Equal(ErrorCode.RoomUnknown, (await Enter(Somebody("Ada"), "keller")).Error);
        Assert.Null(await Room("keller").Attach(new() { Feed = "f", Observer = house.Grains.CreateObjectReference<IRoomObserver>(new RecordingFeed()) }));
    }

    [Fact]
    public async Task AFeedThatTheRoomDoesNotKnowIsToldSo()
    {
        var feed = await RecordingFeed.AttachAsync(house.Grains, "garten");
        Assert.True(await Room("garten").Renew(feed.Id, feed.Snapshot.State.Activation, []));
        Assert.False(await Room("garten").Renew(feed.Id, Guid.NewGuid(), []));
        Assert.False(await Room("garten").Renew("somebody else", feed.Snapshot.State.Activation, []));
    }

    [Fact]
    public async Task AFaultyHouseIsNotTakenOver()
    {
        var faults = await house.House.Publish(HouseCluster.ShippedHouse(plans => plans["foyer.tmj"] = "{}"u8.ToArray()));
        Assert.NotEmpty(faults);
        Assert.All(faults, f => Assert.Contains("foyer.tmj", f, StringComparison.Ordinal));
        Assert.Contains((await house.House.Rooms()).Rooms, r => r.Id == "foyer");
    }

    [Fact]
    public async Task TheHouseCountsWhatItsProcessesReport()
    {
        var before = (await house.House.Rooms()).Version;
        var index = (await house.House.Report(new() { ["buehne"] = 17 }, before))!;
        Assert.Equal(17, index.Rooms.Single(r => r.Id == "buehne").People);
        Assert.Null(await house.House.Report(new() { ["buehne"] = 17 }, index.Version));
    }
}
