using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>People in a small room see each other, and what they see is true.</summary>
public sealed class SeeingTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task TwoPeopleSeeEachOtherWalk()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await ada.WalkTo(10.5, 2.5);
        await bo.Sees(ada.At(10.5, 2.5));
        await bo.WalkTo(5, 6);
        await ada.Sees(bo.At(5, 6));
    }

    [Fact]
    public async Task WhoWalksIsSeenOnTheWayAndFacingWhereTheyGo()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await bo.Sees(ada.Here);
        var southward = Position.FromTiles(3.5, 2.5).HeadingTo(Position.FromTiles(3.5, 6));
        var onTheWay = bo.WaitUntil(
            p => p.InSight().Exists(a => a.Person?.Member.Id == ada.Id && a.Heading == southward && a.Position.TileY is > 3 and < 5.5 && Math.Abs(a.Position.TileX - 3.5) < 0.1),
            "Ada walks south, half way down", TimeSpan.FromSeconds(30));
        await ada.WalkTo(3.5, 6);
        // it takes less than a second: where the machine stood still in it, nobody can have seen it, and she goes once more
        for (var again = 0; again < 3 && !onTheWay.IsCompleted; again++)
        {
            await ada.WalkTo(3.5, 2.5);
            await ada.WalkTo(3.5, 6);
        }
        await onTheWay;
        await bo.Sees(ada.At(3.5, 6));
    }

    [Fact]
    public async Task WhoGoesThroughADoorIsGoneHereAndSeenThere()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await using var cem = await house.Enter("Cem", "halle");
        await bo.Knows(ada);
        await ada.WalkTo(15.5, 3.5);
        await ada.GoThrough("nach-halle");
        Assert.Equal("halle", ada.Picture.Room!.Id);
        await bo.Misses(ada);
        await cem.Sees(ada.Here);
        await ada.Sees(cem.Here);
        await ada.WalkTo(8, 3);
        await cem.Sees(ada.At(8, 3));
    }

    [Fact]
    public async Task WhoEntersLaterSeesWhereEverybodyIs()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await ada.WalkTo(12, 5);
        await bo.WalkTo(2, 6);
        await using var cem = await house.Enter("Cem", "foyer");
        await cem.Sees(ada.At(12, 5));
        await cem.Sees(bo.At(2, 6));
    }

    [Fact]
    public async Task WhoEntersLaterSeesSomebodyWhoIsStillWalkingWhereTheyAre()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        using var enough = new CancellationTokenSource();
        var walk = WalkToAndFro(ada, enough.Token); // however long it takes Cem to come in
        await using var cem = await house.Enter("Cem", "foyer");
        await cem.WaitUntil(p => p.At(ada.Id) is { } seen && seen.DistanceTo(ada.Picture.Own) < 0.5 && !p.Stands(p.PersonOf(ada.Id)!.Handle), "Ada walks where she is");
        await enough.CancelAsync();
        await walk;
        await cem.Sees(ada.At(13, 2.5));
    }

    [Fact]
    public async Task WhoLeavesIsGoneFromEveryPicture()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await using var cem = await house.Enter("Cem", "foyer");
        await bo.Knows(ada);
        await cem.Knows(ada);
        Assert.Equal(ErrorCode.None, await ada.Connection.LeaveAsync());
        await bo.Misses(ada);
        await cem.Misses(ada);
        await bo.Sees(cem.Here);
    }

    [Fact]
    public async Task EverybodyHasTheSameListOfPeople()
    {
        await using var ada = await house.Enter("Ada", "halle");
        await using var bo = await house.Enter("Bo", "halle");
        await using var cem = await house.Enter("Cem", "halle");
        await using (var dora = await house.Enter("Dora", "halle"))
            foreach (var one in new[] { ada, bo, cem, dora })
                await SeesExactly(one, ada, bo, cem, dora);
        await using var eve = await house.Enter("Eve", "halle");
        foreach (var one in new[] { ada, bo, cem, eve })
            await SeesExactly(one, ada, bo, cem, eve);
    }

    [Fact]
    public async Task NothingIsSentWhereNothingChanges()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var cem = await house.Enter("Cem", "halle");
        await using var bo = await house.EnterRaw("Bo", "foyer");
        var handle = (await bo.NextAsync<RoomEnteredEvent>(nameof(IHouseClient.RoomEntered))).People.Single(p => p.Member.Id == ada.Id).Handle;
        await ada.Says(4, 3);
        await bo.NextAsync(m => Moves(m).Exists(r => r.Handle == handle && r.X == 4 * 32), "Ada's first step");

        bo.Drain();
        await cem.WalkTo(9, 3); // there is life in the house, but not here
        await ada.Says(4.5, 3);
        var before = new List<AvatarMove>();
        await bo.NextAsync(
            m =>
            {
                var moves = Moves(m);
                before.AddRange(moves);
                return moves.Exists(r => r.X == 144);
            },
            "Ada's second step");
        Assert.Equal([(handle, 144, 96, Protocol.Standing)], before.Select(r => (r.Handle, r.X, r.Y, r.Heading)));
    }

    [Fact]
    public async Task RoomListTellsHowManyAreWhere()
    {
        await using var ada = await house.Arrive("Ada");
        await using var bo = await house.Enter("Bo", "halle");
        await ada.WaitUntil(_ => ada.Connection.Rooms.Single(r => r.Id == "halle").People == 1, "one person is in the hall");
        await bo.Enter("foyer");
        await ada.WaitUntil(_ => ada.Connection.Rooms.Single(r => r.Id == "halle").People == 0, "nobody is in the hall");
    }

    /// <summary>Ends in the east.</summary>
    static async Task WalkToAndFro(Person person, CancellationToken enough)
    {
        await person.WalkTo(13, 2.5);
        while (!enough.IsCancellationRequested)
        {
            await person.WalkTo(4, 2.5);
            await person.WalkTo(13, 2.5);
        }
    }

    static Task SeesExactly(Person viewer, params Person[] all) => viewer.WaitUntil(
        p => p.People.Select(a => a.Member.Id).Order().SequenceEqual(all.Select(a => a.Id).Order()) && all.All(a => p.At(a.Id) == a.Picture.Own),
        $"exactly {string.Join(", ", all.Select(a => a.Name))} are here");

    static List<AvatarMove> Moves(HubMessage message) => Told.Moves(message);
}
