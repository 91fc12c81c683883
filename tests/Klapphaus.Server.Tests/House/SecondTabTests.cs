using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.House;

/// <summary>The same person by another tab or device.</summary>
public sealed class SecondTabTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task SecondTabTakesOverWhereTheAvatarStands()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        var first = await house.Enter("Ada", "foyer");
        await first.WalkTo(8, 2);
        await bo.Sees(first.At(8, 2));

        await using var second = await house.Arrive("Ada", first.Connection.Token);
        await first.WaitUntil(_ => first.Connection.State == new ConnectionState(ConnectionStatus.SentAway, DisconnectCode.TakenOver), "she is told that she was taken over");
        Assert.Equal("foyer", second.Connection.StillIn);
        await second.Enter("foyer");
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(Position.FromTiles(8, 2), second.Picture.Own);
        await second.WalkTo(10, 2);
        await bo.Sees(second.At(10, 2));
        Assert.Single(bo.Picture.People, p => p.Member.Id == second.Id);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task WhatTheFirstTabStillSaysDoesNothing()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        var token = await house.SignIn("Ada");
        await using var first = await RawClient.ConnectAsync(house.Address, token);
        await first.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version });
        await first.AskAsync<EnterResult>(nameof(IHouseHub.Enter), new EnterRequest { Room = "foyer" });

        await using var second = await house.Arrive("Ada", token);
        var told = await first.NextAsync<SentAwayEvent>(nameof(IHouseClient.SentAway));
        Assert.Equal(((int)DisconnectCode.TakenOver, false), (told.Code, told.ComeBack));
        await second.Enter("foyer");
        var here = second.Here;
        await first.SayAsync(nameof(IHouseHub.Move), here.Position.X + 16, here.Position.Y, Protocol.Standing);
        await first.SayAsync(nameof(IHouseHub.Leave));
        await first.SayAsync(nameof(IHouseHub.Enter), new EnterRequest { Room = "halle" });
        await first.EndAsync();

        await second.Says(4, 3);
        await bo.Sees(second.At(4, 3));
        Assert.Equal(0, second.Connection.Traffic.PutBacks);
        Assert.Equal("foyer", second.Picture.Room?.Id);
        Assert.Equal(ConnectionStatus.Connected, second.Connection.State.Status);
    }

    [Fact]
    public async Task TabThatIsTakenOverInAnotherRoomIsToldToo()
    {
        await using var first = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await bo.Knows(first);
        await using var second = await house.Arrive("Ada", first.Connection.Token);
        await second.Enter("halle");
        await first.WaitUntil(_ => first.Connection.State.Code == DisconnectCode.TakenOver, "she is told that she was taken over");
        await bo.Misses(first);
    }
}
