using System.Threading.Channels;
using Klapphaus.Contracts;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Klapphaus.Client.Tests.Scene;

namespace Klapphaus.Client.Tests;

public sealed class WalkerTests
{
    const int East = 0;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly FakeTimeProvider time = new();
    readonly Channel<(Position At, int Heading, double Seconds)> said = Channel.CreateUnbounded<(Position, int, double)>();
    readonly RoomPicture picture;
    readonly Walker walker;
    ErrorCode answer = ErrorCode.None;

    public WalkerTests()
    {
        picture = new(time);
        picture.Apply(Entered(10, 10));
        walker = new(picture, Say, time);
    }

    Task<ErrorCode> Say(int x, int y, int heading)
    {
        picture.SayOwn(x, y, heading);
        said.Writer.TryWrite((new(x, y), heading, picture.Now.TotalSeconds));
        return Task.FromResult(answer);
    }

    async Task<(Position At, int Heading, double Seconds)> NextAsync() =>
        await said.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

    void Pass(double milliseconds) => time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public async Task SaysItsStartEveryHalfSecondAndItsStop()
    {
        var walk = walker.WalkToAsync(15, 10, TestContext.Current.CancellationToken);
        Assert.Equal((Tile(10, 10), East, 0), await NextAsync());
        Pass(500);
        Assert.Equal((Tile(12, 10), East, 0.5), await NextAsync());
        Pass(500);
        Assert.Equal((Tile(14, 10), East, 1), await NextAsync());
        Pass(250);
        Assert.Equal((Tile(15, 10), Protocol.Standing, 1.25), await NextAsync());
        Assert.Equal(new WalkResult(WalkOutcome.Arrived, Tile(15, 10)), await walk.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.False(said.Reader.TryRead(out _));
    }

    [Fact]
    public async Task TurnIsSaidWhereItIsMadeAndStartsTheHalfSecondAnew()
    {
        var walk = walker.WalkAlongAsync([Tile(11, 10), Tile(11, 14)], TestContext.Current.CancellationToken);
        await NextAsync();
        Pass(250);
        Assert.Equal((Tile(11, 10), Tile(11, 10).HeadingTo(Tile(11, 14)), 0.25), await NextAsync());
        Pass(500);
        Assert.Equal((Tile(11, 12), 0.75), await NextAsync() is var (at, _, when) ? (at, when) : default);
        Pass(500);
        Assert.Equal((Tile(11, 14), Protocol.Standing, 1.25), await NextAsync());
        Assert.True((await walk.WaitAsync(Patience, TestContext.Current.CancellationToken)).Arrived);
    }

    [Fact]
    public async Task HalfSecondThatEndsJustBeforeTheLegIsNotSaidTwice()
    {
        // 64.4 units: after half a second the last one is less than half a unit away.
        var there = new Position(Tile(10, 10).X + 64, Tile(10, 10).Y + 7);
        var walk = walker.WalkAlongAsync([there], TestContext.Current.CancellationToken);
        await NextAsync();
        Pass(500);
        Pass(3);
        Assert.Equal((there, Protocol.Standing, 0.503), await NextAsync());
        Assert.True((await walk.WaitAsync(Patience, TestContext.Current.CancellationToken)).Arrived);
    }

    [Fact]
    public async Task StopsWhereItIs()
    {
        var walk = walker.WalkToAsync(20, 10, TestContext.Current.CancellationToken);
        await NextAsync();
        Pass(125);
        await walker.StopAsync();
        Assert.Equal((Tile(10.5, 10), Protocol.Standing, 0.125), await NextAsync());
        Assert.Equal(WalkOutcome.Stopped, (await walk.WaitAsync(Patience, TestContext.Current.CancellationToken)).Outcome);
        Pass(2000);
        Assert.Equal(Tile(10.5, 10), picture.Own);
        Assert.False(said.Reader.TryRead(out _));
    }

    [Fact]
    public async Task NewWalkTakesOverOnTheWayWithoutAStop()
    {
        var first = walker.WalkToAsync(20, 10, TestContext.Current.CancellationToken);
        await NextAsync();
        Pass(250);
        var second = walker.WalkToAsync(11, 12, TestContext.Current.CancellationToken);
        Assert.Equal((Tile(11, 10), Tile(11, 10).HeadingTo(Tile(11, 12)), 0.25), await NextAsync());
        Assert.Equal(WalkOutcome.Stopped, (await first.WaitAsync(Patience, TestContext.Current.CancellationToken)).Outcome);
        Pass(500);
        Assert.Equal((Tile(11, 12), Protocol.Standing, 0.75), await NextAsync());
        Assert.True((await second.WaitAsync(Patience, TestContext.Current.CancellationToken)).Arrived);
    }

    [Fact]
    public async Task PutBackEndsTheWalkAtTheServersPlace()
    {
        var walk = walker.WalkToAsync(20, 10, TestContext.Current.CancellationToken);
        await NextAsync();
        Pass(250);
        picture.Apply(new PutBackEvent { X = Tile(10.5, 10).X, Y = Tile(10.5, 10).Y });
        Assert.Equal(new WalkResult(WalkOutcome.PutBack, Tile(10.5, 10)), await walk.WaitAsync(Patience, TestContext.Current.CancellationToken));
        // Said once more: a step that was on its way may have been granted from there.
        Assert.Equal((Tile(10.5, 10), Protocol.Standing, 0.25), await NextAsync());
        Pass(2000);
        Assert.False(said.Reader.TryRead(out _));
    }

    [Fact]
    public async Task WhoIsPlacedWhileStandingSaysSo()
    {
        // Let in once more by a room that has come up anew, as its last word was still on its way there.
        picture.Apply(Entered(8, 10));
        Assert.Equal((Tile(8, 10), Protocol.Standing, 0), await NextAsync());
        Assert.False(said.Reader.TryRead(out _));
    }

    [Fact]
    public async Task AnotherRoomInterruptsTheWalkAndIsStoodIn()
    {
        var walk = walker.WalkToAsync(20, 10, TestContext.Current.CancellationToken);
        await NextAsync();
        picture.Apply(Entered(3, 3, room: "halle"));
        Assert.Equal(new WalkResult(WalkOutcome.Interrupted, Tile(3, 3)), await walk.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal((Tile(3, 3), Protocol.Standing, 0), await NextAsync());
        Pass(2000);
        Assert.False(said.Reader.TryRead(out _));
    }

    [Fact]
    public async Task LostConnectionLeavesTheAvatarWhereItWasThen()
    {
        var walk = walker.WalkToAsync(20, 10, TestContext.Current.CancellationToken);
        await NextAsync();
        Pass(250);
        walker.Freeze();
        Assert.Equal(WalkOutcome.Interrupted, (await walk.WaitAsync(Patience, TestContext.Current.CancellationToken)).Outcome);
        Pass(2000);
        Assert.Equal(Tile(11, 10), picture.Own);
    }

    [Fact]
    public async Task StepThatCannotBeSentInterruptsTheWalk()
    {
        answer = ErrorCode.Unavailable;
        Assert.Equal(WalkOutcome.Interrupted, (await walker.WalkToAsync(20, 10, TestContext.Current.CancellationToken)).Outcome);
    }

    [Fact]
    public async Task CancelledWalkStandsStill()
    {
        using var cancel = new CancellationTokenSource();
        var walk = walker.WalkToAsync(20, 10, cancel.Token);
        await NextAsync();
        Pass(250);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => walk);
        Assert.Equal((Tile(11, 10), Protocol.Standing, 0.25), await NextAsync());
    }

    [Fact]
    public async Task WayIsFoundAroundFurniture()
    {
        picture.Apply(Entered(0.5, 1.5, Plans.Draw(".....", "..+..", ".....")));
        Assert.Equal(Protocol.Standing, (await NextAsync()).Heading);
        var walk = walker.WalkAroundToAsync(4.5, 1.5, TestContext.Current.CancellationToken);
        var turns = 0;
        while ((await NextAsync()).Heading != Protocol.Standing)
        {
            turns++;
            Pass(500);
        }
        Assert.True(turns > 1);
        Assert.True((await walk.WaitAsync(Patience, TestContext.Current.CancellationToken)).Arrived);
        Assert.Equal(WalkOutcome.NoWay, (await walker.WalkAroundToAsync(2.5, 1.5, TestContext.Current.CancellationToken)).Outcome);
    }
}
