using System.Diagnostics;
using Klapphaus.Client;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Start;

/// <summary>Only the network between a client and the house is lost.</summary>
public sealed class LostLineTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    /// <summary>Longer than a machine that others use as well stands still, and short enough that she is kept her place meanwhile.</summary>
    static readonly TimeSpan callTimeout = TimeSpan.FromSeconds(5);

    /// <summary>For what takes milliseconds: otherwise Ada would wait for it no longer than for a call.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task WhoseLineIsCutStandsWhereTheyStoodWhenItIsBack()
    {
        await using var line = new TcpProxy(house.Address);
        await using var bo = await house.Enter("Bo", "foyer");
        await using var ada = await EnterBy(line, "Ada");
        await ada.WalkTo(10, 2);
        await bo.Sees(ada.At(10, 2));

        line.Cut();
        await ada.WaitUntil(_ => ada.Connection.State.Status == ConnectionStatus.Reconnecting, "the line is noticed to be lost", patience);
        var clock = Stopwatch.StartNew();
        var lifeGoesOn = bo.WalkTo(4, 5);
        var stopped = ada.Connection.StopWaitingAsync(); // all at once, or her place would not be kept so long
        var replies = await Task.WhenAll(ada.Connection.EnterAsync("halle"), ada.Connection.EnterThroughAsync("nach-halle"));
        Assert.All(replies, r => Assert.Equal(ErrorCode.Unavailable, r.Error));
        Assert.Equal(ErrorCode.Unavailable, await stopped);
        Assert.Equal(ErrorCode.Unavailable, await ada.Says(11, 2));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, 2 * callTimeout + TimeSpan.FromSeconds(10));
        await lifeGoesOn;
        await bo.Sees(ada.At(10, 2)); // she is kept her place

        line.Mend();
        await ada.WaitUntil(_ => ada.Connection.State.Status == ConnectionStatus.Connected, "the line is back", patience);
        Assert.InRange(ada.Picture.Own.DistanceTo(Position.FromTiles(10, 2)), 0, 1.01); // what she said of it without a line is a step like any other
        await ada.Sees(bo.At(4, 5));
        await ada.WalkTo(12, 2);
        await bo.Sees(ada.At(12, 2));
        Assert.Single(bo.Picture.People, p => p.Member.Id == ada.Id);
    }

    [Fact]
    public async Task CallOverASilentLineEndsWithinItsTime()
    {
        await using var line = new TcpProxy(house.Address);
        await using var ada = await EnterBy(line, "Ada");
        line.FallSilent();
        var clock = Stopwatch.StartNew();
        Assert.Equal(ErrorCode.Unavailable, (await ada.Connection.EnterAsync("halle")).Error);
        Assert.InRange(clock.Elapsed, callTimeout - TimeSpan.FromMilliseconds(100), callTimeout + TimeSpan.FromSeconds(5));
        line.Mend();
        // the call was on its way all the time: whatever was decided, client and house agree on it
        await ada.WaitUntil(p => p.Room?.Id == "halle", "she is in the hall", patience);
        await ada.WalkTo(8, 2);
    }

    [Fact]
    public async Task WhoDoesNotComeBackIsGoneAfterAWhile()
    {
        await using var line = new TcpProxy(house.Address);
        await using var bo = await house.Enter("Bo", "foyer");
        await using var ada = await EnterBy(line, "Ada");
        await bo.Knows(ada);
        line.Cut();
        await bo.WaitUntil(p => p.PersonOf(ada.Id) is null, "Ada is gone", TimeSpan.FromSeconds(25));
        line.Mend();
        await ada.WaitUntil(_ => ada.Connection.State.Status == ConnectionStatus.Connected, "the line is back", patience);
        await bo.Sees(ada.Here);
    }

    async Task<Person> EnterBy(TcpProxy line, string name)
    {
        var person = new Person(await HouseConnection.ConnectAsync(house.Options(name) with { Address = line.Address, CallTimeout = callTimeout }));
        await person.Enter("foyer");
        return person;
    }
}
