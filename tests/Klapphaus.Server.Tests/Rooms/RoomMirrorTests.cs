using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.Tests.Rooms;

public sealed class RoomMirrorTests
{
    const int Ada = 3;
    const int Bo = 700; // beyond the first table
    const int Cell = AvatarsMoved.CellTiles * Protocol.UnitsPerTile;
    const int East = 0;

    readonly RoomMirror mirror = new(new CellGrid(30, 30));

    [Fact]
    public void NewcomerIsNewsInItsCell()
    {
        mirror.BeginTick();
        mirror.Put(Bo, Standing(10, 10), when: 0);
        Assert.True(mirror.Knows(Bo));
        Assert.Equal([Bo], mirror.NewsIn(0));
        Assert.Equal([Bo], mirror.In(0));
    }

    [Fact]
    public void WhoStepsTwiceInATickIsNewsOnce()
    {
        mirror.BeginTick();
        mirror.Put(Ada, Standing(10, 10), 0);
        mirror.Put(Ada, Standing(20, 10), 0);
        Assert.Equal([Ada], mirror.NewsIn(0));
        Assert.Equal(Standing(20, 10), mirror.StateOf(Ada));
    }

    [Fact]
    public void WhoCrossesIsNewsThereAndADepartureHere()
    {
        mirror.Put(Ada, Standing(10, 10), 0);
        mirror.BeginTick();
        mirror.Put(Ada, Standing(Cell + 1, 10), 50);
        Assert.Equal(1, mirror.CellOf(Ada));
        Assert.Empty(mirror.In(0));
        Assert.Empty(mirror.NewsIn(0));
        Assert.Equal([Ada], mirror.NewsIn(1));
        Assert.Equal([new RoomMirror.Crossing(Ada, 1)], mirror.DeparturesFrom(0));
    }

    [Fact]
    public void WhoCrossesTwiceInATickIsNewsOnlyWhereItEnds()
    {
        mirror.Put(Ada, Standing(10, 10), 0);
        mirror.BeginTick();
        mirror.Put(Ada, Standing(Cell + 1, 10), 50);
        mirror.Put(Ada, Standing(2 * Cell + 1, 10), 50);
        Assert.Empty(mirror.NewsIn(1));
        Assert.Equal([Ada], mirror.NewsIn(2));
    }

    [Fact]
    public void NewsIsOfOneTick()
    {
        mirror.BeginTick();
        mirror.Put(Ada, Standing(10, 10), 0);
        mirror.BeginTick();
        Assert.Empty(mirror.NewsIn(0));
        Assert.Equal([Ada], mirror.In(0));
    }

    [Fact]
    public void WalkerIsCarriedIntoTheNextCell()
    {
        mirror.Put(Ada, Walking(Cell - 32, 10, East), when: 1000); // a tile before the edge: there in a quarter of a second
        mirror.BeginTick();
        mirror.CarryOn(1200);
        Assert.Equal(0, mirror.CellOf(Ada));
        mirror.BeginTick();
        mirror.CarryOn(1300);
        Assert.Equal(1, mirror.CellOf(Ada));
        Assert.Equal([Ada], mirror.NewsIn(1));
        Assert.Equal([new RoomMirror.Crossing(Ada, 1)], mirror.DeparturesFrom(0));
    }

    [Fact]
    public void NobodyIsCarriedOnForLongerThanAClientIs()
    {
        mirror.Put(Ada, Walking(10, 10, East), when: 0);
        mirror.BeginTick();
        mirror.CarryOn(600_000);
        Assert.Equal(0, mirror.CellOf(Ada)); // 0.6 s are 2.4 tiles
    }

    [Fact]
    public void WhoStopsIsNotCarriedOn()
    {
        mirror.Put(Ada, Walking(Cell - 10, 10, East), 0);
        mirror.Put(Ada, Standing(Cell - 5, 10), 10);
        mirror.BeginTick();
        mirror.CarryOn(500);
        Assert.Equal(0, mirror.CellOf(Ada));
    }

    [Fact]
    public void WhoIsRemovedIsNowhere()
    {
        mirror.BeginTick();
        mirror.Put(Ada, Walking(10, 10, East), 0);
        mirror.Put(Bo, Standing(10, 10), 0);
        mirror.Remove(Ada);
        mirror.Remove(Ada);
        mirror.CarryOn(500);
        Assert.False(mirror.Knows(Ada));
        Assert.Equal([Bo], mirror.In(0));
        Assert.Equal([Bo], mirror.NewsIn(0));
        mirror.Put(Ada, Standing(2 * Cell, 10), 600); // the number is given to somebody else
        Assert.Equal([Ada], mirror.In(2));
        Assert.Equal([Bo], mirror.In(0));
    }

    [Fact]
    public void RecordTellsHowLongAgo()
    {
        mirror.Put(Ada, Walking(100, 200, 64), when: 1000);
        var record = new byte[AvatarsMoved.RecordLength];
        mirror.Write(record, Ada, now: 1120);
        Assert.Equal(new AvatarMove(Ada, 100, 200, 64, 120), AvatarsMoved.Read(record));
        mirror.Write(record, Ada, now: 900); // clocks of two processes may differ
        Assert.Equal(0, AvatarsMoved.Read(record).AgeMilliseconds);
    }

    [Fact]
    public void WhoGoesOutOfSightIsToldToStandWhereThatWas()
    {
        mirror.Put(Ada, Walking(Cell - 32, 10, East), when: 1000);
        mirror.BeginTick();
        mirror.CarryOn(1300);
        var record = new byte[AvatarsMoved.RecordLength];
        mirror.WriteGone(record, Ada, now: 1300);
        Assert.Equal(new AvatarMove(Ada, Cell + 6, 10, Protocol.Standing, 0), AvatarsMoved.Read(record));
    }

    [Fact]
    public void WhoTurnsBackJustBeyondTheEdgeIsToldToStandBeyondIt()
    {
        const int west = 127;
        mirror.Put(Ada, Standing(Cell - 10, 10), 0);
        mirror.BeginTick();
        mirror.Put(Ada, Walking(Cell + 6, 10, west), when: 1000);
        var record = new byte[AvatarsMoved.RecordLength];
        mirror.WriteGone(record, Ada, now: 1200); // carried on it would be back in the cell that it has left
        Assert.Equal(new AvatarMove(Ada, Cell + 6, 10, Protocol.Standing, 0), AvatarsMoved.Read(record));
    }

    [Fact]
    public void AnotherMirrorTakesOverWhatThisOneKnows()
    {
        mirror.Put(Ada, Walking(100, 200, 64), 1000);
        var larger = new RoomMirror(new CellGrid(60, 60));
        larger.TakeOver(mirror, Ada);
        larger.TakeOver(mirror, Bo);
        Assert.Equal(Walking(100, 200, 64), larger.StateOf(Ada));
        Assert.False(larger.Knows(Bo));
    }

    static uint Standing(int x, int y) => AvatarState.Pack(x, y, Protocol.Standing);

    static uint Walking(int x, int y, int heading) => AvatarState.Pack(x, y, heading);
}
