using System.Diagnostics;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Limits;

/// <summary>Eve asks for what cannot be. Others see nothing of it, and she is told by a number.</summary>
public sealed class HostileCallsTests(HostileCallsTests.WalledHouse shared) : IClassFixture<HostileCallsTests.WalledHouse>
{
    readonly TestHouse house = shared.Open;

    /// <summary>The small house, and a cellar whose wall is longer than anybody may walk at once.</summary>
    public sealed class WalledHouse : IAsyncLifetime
    {
        internal TestHouse Open { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Open = await TestHouse.OpenAsync(DrawnHouse.Small()
            .With("keller", ["##########", "#..e#....#", "#...#....#", "#...#....#", "#...#....#", "#...#....#", "#........#", "##########"]));

        public ValueTask DisposeAsync() => Open.DisposeAsync();
    }

    [Theory]
    [InlineData(12, 2.5, "a jump across the room")]
    [InlineData(0.5, 2.5, "into the outer wall")]
    [InlineData(7.5, 3.5, "into the pillar")]
    [InlineData(100, 100, "far outside of the room")]
    [InlineData(0, 0, "the very corner")]
    [InlineData(6.75, 2.5, "a little further than one may come at once")]
    public async Task StepThatNobodyCanTakeIsUndone(double x, double y, string what)
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await bo.Sees(eve.At(3.5, 2.5));
        using var watch = new Watch(bo, eve);

        await eve.IsPutBackFrom(x, y, $"she is put back after {what}");
        Assert.Equal(Position.FromTiles(3.5, 2.5), eve.Picture.Own);
        await eve.Says(4, 2.5);
        await bo.Sees(eve.At(4, 2.5));
        Assert.All(watch.Places, place => Assert.Contains(place, new[] { Position.FromTiles(3.5, 2.5), Position.FromTiles(4, 2.5) }));
    }

    [Fact]
    public async Task NobodyComesThroughAWallHoweverLongTheyGatherPace()
    {
        await using var bo = await house.Enter("Bo", "keller");
        await using var eve = await house.Enter("Eve", "keller");
        using var watch = new Watch(bo, eve);
        await eve.Says(3.9, 1.5);
        await bo.Sees(eve.At(3.9, 1.5));
        await eve.Says(3.9, 1.5, heading: 127); // walks west and stays: gathers a right to come further
        await bo.WalkTo(3, 6);
        await eve.IsPutBackFrom(5.1, 1.5);
        await eve.Says(3.5, 1.5);
        await bo.Sees(eve.At(3.5, 1.5));
        Assert.All(watch.Places, place => Assert.InRange(place.TileX, 1, 4));
    }

    [Fact]
    public async Task NobodyWalksFasterThanThePaceOfTheHouse()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await bo.Sees(eve.At(3.5, 2.5));
        using var watch = new Watch(bo, eve);
        var clock = Stopwatch.StartNew();
        // a tile each time, five times as fast as one can walk
        for (var i = 0; i < 50; i++)
        {
            await eve.Says(3.5 + i % 10, 1.5, heading: 0);
            await bo.Connection.StopWaitingAsync();
        }
        await eve.Connection.StopWaitingAsync();
        await eve.WaitUntil(_ => eve.Connection.Traffic.PutBacks > 0, "she is put back");
        var way = watch.Places.Zip(watch.Places.Skip(1)).Sum(step => step.First.DistanceTo(step.Second));
        // drawn on between two messages, and back: what she may have gone, and what a viewer carries her on
        Assert.InRange(way, 0, (clock.Elapsed.TotalSeconds * 4 * 1.1 + 2) * 2 + 2.4);
    }

    public static TheoryData<object?[], string> BadSteps() => new()
    {
        { [-1, 5, 255], "1004" },
        { [5, -1, 255], "1004" },
        { [int.MaxValue, int.MaxValue, 255], "1004" },
        { [int.MinValue, 0, 0], "1004" },
        { [4096, 100, 255], "1004" },
        { [100, 100, 256], "1004" },
        { [100, 100, -1], "1004" },
        { [double.NaN, 100, 255], "Move" },
        { [double.PositiveInfinity, 100.5, 255], "Move" },
        { [long.MaxValue, 100, 255], "Move" },
        { [ulong.MaxValue, 100, 255], "Move" },
        { ["100", "100", "255"], "Move" },
        { [null, 100, 255], "Move" },
        { [new[] { 1, 2 }, 100, 255], "Move" },
        { [new Dictionary<string, int> { ["x"] = 1 }, 100, 255], "Move" },
        { [100, 100], "Move" },
        { [], "Move" },
        { [0, 100, 100, 255], "Move" }, // with the handle of somebody in front
    };

    [Theory]
    [MemberData(nameof(BadSteps))]
    public async Task StepThatIsNoneIsAnsweredInWords(object?[] step, string word)
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await bo.Sees(eve.Here);
        using var watch = new Watch(bo, eve);
        var start = eve.Picture.Own;
        var reply = await eve.Connection.InvokeRawAsync<object>("Move", step);
        Assert.False(reply.Granted);
        Assert.Contains(word, reply.Fault, StringComparison.Ordinal);

        await eve.Says(4, 3);
        await bo.Sees(eve.At(4, 3));
        Assert.All(watch.Places, place => Assert.Contains(place, new[] { start, Position.FromTiles(4, 3) }));
        Assert.Equal(0, eve.Connection.Traffic.Reconnects);
    }

    [Theory]
    [InlineData("keller9")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    [InlineData("FOYER")]
    [InlineData("../foyer")]
    [InlineData("foyer\0")]
    [InlineData("house")]
    [InlineData("*")]
    [InlineData(null)]
    public async Task RoomThatIsNotThereIsUnknown(string? room)
    {
        await using var eve = await house.Enter("Eve", "foyer");
        Assert.Equal(ErrorCode.RoomUnknown, (await eve.Connection.EnterAsync(new EnterRequest { Room = room })).Error);
        Assert.Equal(ErrorCode.RoomUnknown, (await eve.Connection.WaitAsync(room!)).Error);
        Assert.Equal("foyer", eve.Picture.Room!.Id);
        await eve.WalkTo(5, 2);
    }

    [Fact]
    public async Task RoomWithAnEndlessNameIsUnknown()
    {
        await using var eve = await house.Enter("Eve", "foyer");
        Assert.Equal(ErrorCode.RoomUnknown, (await eve.Connection.EnterAsync(new string('x', 15_000))).Error);
        Assert.Equal(ErrorCode.RoomUnknown, (await eve.Connection.WaitAsync(new string('x', 15_000))).Error);
    }

    [Fact]
    public async Task DoorMustBeThereAndNear()
    {
        await using var eve = await house.Arrive("Eve");
        Assert.Equal(ErrorCode.NotInRoom, (await eve.Connection.EnterThroughAsync("nach-halle")).Error);
        await eve.Enter("foyer");
        Assert.Equal(ErrorCode.DoorTooFar, (await eve.Connection.EnterThroughAsync("nach-halle")).Error);
        Assert.Equal(ErrorCode.DoorUnknown, (await eve.Connection.EnterThroughAsync("nach-drueben")).Error);
        Assert.Equal(ErrorCode.DoorUnknown, (await eve.Connection.EnterThroughAsync("")).Error);
        await eve.Says(14.5, 3.5); // claims to stand at it
        Assert.Equal(ErrorCode.DoorTooFar, (await eve.Connection.EnterThroughAsync("nach-halle")).Error);
        Assert.Equal("foyer", eve.Picture.Room!.Id);
    }

    [Theory]
    [InlineData(400, 80)]
    [InlineData(-1, -1)]
    [InlineData(int.MaxValue, int.MinValue)]
    [InlineData(0, 0)]
    public async Task PlaceThatOneClaimsToHaveStoodAtIsNotBelieved(int x, int y)
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await bo.Sees(eve.At(3.5, 2.5));
        using var watch = new Watch(bo, eve);
        Assert.True((await eve.Connection.EnterAsync(new EnterRequest { Room = "foyer", StoodAt = [x, y] })).Granted);
        Assert.Equal(Position.FromTiles(3.5, 2.5), eve.Picture.Own);
        Assert.True((await eve.Connection.EnterAsync(new EnterRequest { Room = "halle", StoodAt = [x, y] })).Granted);
        Assert.Equal(Position.FromTiles(3.5, 1.5), eve.Picture.Own);
        await bo.Misses(eve);
        Assert.All(watch.Places, place => Assert.Equal(Position.FromTiles(3.5, 2.5), place));
    }

    [Fact]
    public async Task NothingIsAnsweredBeforeHello()
    {
        await using var eve = await RawClient.ConnectAsync(house.Address, await house.SignIn("Eve"));
        Assert.Equal((int)ErrorCode.HelloMissing, (await eve.AskAsync<EnterResult>("Enter", new EnterRequest { Room = "foyer" })).Error);
        Assert.Equal((int)ErrorCode.HelloMissing, (await eve.AskAsync<WaitResult>("Wait", new WaitRequest { Room = "foyer" })).Error);
        Assert.Contains("1003", (await eve.CallAsync<object>("Move", 100, 100, 255)).Error, StringComparison.Ordinal);
        Assert.Contains("1003", (await eve.CallAsync<object>("Leave")).Error, StringComparison.Ordinal);
        Assert.Contains("1003", (await eve.CallAsync<object>("StopWaiting")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, ErrorCode.ProtocolTooOld)]
    [InlineData(-7, ErrorCode.ProtocolTooOld)]
    [InlineData(2, ErrorCode.ProtocolTooNew)]
    [InlineData(int.MaxValue, ErrorCode.ProtocolTooNew)]
    public async Task AnotherProtocolIsNotSpoken(int version, ErrorCode expected)
    {
        await using var eve = await RawClient.ConnectAsync(house.Address, await house.SignIn("Eve"));
        var hello = await eve.AskAsync<HelloResult>("Hello", new HelloRequest { Protocol = version });
        Assert.Equal(((int)expected, Protocol.Version), (hello.Error, hello.Protocol));
        Assert.Equal((int)ErrorCode.HelloMissing, (await eve.AskAsync<EnterResult>("Enter", new EnterRequest { Room = "foyer" })).Error);
    }

    [Fact]
    public async Task CallsThatNeedARoomDoNothingOutsideOfOne()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.Arrive("Eve");
        Assert.True((await eve.Connection.InvokeRawAsync<object>("Move", [100, 100, 255])).Granted);
        Assert.Equal(ErrorCode.None, await eve.Connection.LeaveAsync());
        Assert.Equal(ErrorCode.None, await eve.Connection.StopWaitingAsync());
        await bo.Says(4, 3);
        await bo.WaitUntil(p => p.People.All(a => a.Member.Id != eve.Id), "Eve is not here");
        await eve.Enter("foyer");
        await bo.Sees(eve.At(3.5, 2.5));
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("Enter")]
    [InlineData("Wait")]
    public async Task CallWithoutItsRequestIsMalformed(string method)
    {
        await using var eve = await RawClient.ConnectAsync(house.Address, await house.SignIn("Eve"));
        await eve.AskAsync<HelloResult>("Hello", new HelloRequest { Protocol = Protocol.Version });
        var answer = await eve.CallAsync<Dictionary<string, object>>(method, [null]);
        Assert.Null(answer.Error);
        Assert.Equal((int)ErrorCode.Malformed, Convert.ToInt32(((Dictionary<string, object>)answer.Result!)["error"]));
    }

    [Fact]
    public async Task StepMovesNobodyButTheOneWhoTakesIt()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await bo.Sees(ada.Here);
        using var watch = new Watch(bo, ada);
        foreach (var handle in new[] { ada.Picture.Handle, bo.Picture.Handle })
            await eve.Connection.InvokeRawAsync<object>("Move", [handle, 4 * 32, 3 * 32, 255]);
        await eve.Says(4, 3);
        await bo.Sees(eve.At(4, 3));
        await bo.Sees(ada.At(3.5, 2.5));
        Assert.All(watch.Places, place => Assert.Equal(Position.FromTiles(3.5, 2.5), place));
        Assert.Equal(0, bo.Connection.Traffic.PutBacks);
    }

    [Theory]
    [InlineData("OnDisconnectedAsync")]
    [InlineData("OnConnectedAsync")]
    [InlineData("Dispose")]
    [InlineData("get_Me")]
    [InlineData("Of")]
    [InlineData("ToString")]
    [InlineData("Nonsense")]
    public async Task NothingElseOfTheHubCanBeCalled(string method)
    {
        await using var eve = await house.Enter("Eve", "foyer");
        var reply = await eve.Connection.InvokeRawAsync<object>(method, []);
        Assert.Equal(ErrorCode.Unexpected, reply.Error);
        Assert.Contains("does not exist", reply.Fault, StringComparison.Ordinal);
        await eve.WalkTo(5, 2);
    }
}
