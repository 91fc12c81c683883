using Klapphaus.Server.Stands.Search;
using static Klapphaus.Server.Tests.Stands.Search.Hall;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>What is near to who asks.</summary>
public sealed class NearTests
{
    readonly Dictionary<string, double> ways = new()
    {
        ["stand-Ahlen"] = 50, ["stand-Bonn"] = 20, ["stand-Celle"] = 5, ["stand-Dorsten"] = double.PositiveInfinity, ["stand-Emden"] = double.NaN,
    };

    readonly List<string> asked = [];

    [Fact]
    public void OwnRoomComesFirstThenTheShorterWay()
    {
        using var hall = new Hall(Stand("Ahlen"), Stand("Bonn"), Stand("Celle") with { Room = "foyer" });
        Assert.Equal(["Bonn", "Ahlen", "Celle"], Titles(hall.Find(new StandQuery(), In("halle"))));
        Assert.Equal(["Celle", "Bonn", "Ahlen"], Titles(hall.Find(new StandQuery(), In("foyer"))));
        Assert.Equal(["Ahlen", "Bonn", "Celle"], Titles(hall.Find(new StandQuery())));
    }

    [Fact]
    public void WhereNoWayLeadsComesLast()
    {
        using var hall = new Hall(Stand("Dorsten"), Stand("Emden"), Stand("Ahlen"));
        Assert.Equal("Ahlen", Titles(hall.Find(new StandQuery(), In("halle")))[0]);
    }

    [Fact]
    public void NearOneComesBeforeTheBetterOneButNotBeforeOneWithMoreOfTheWords()
    {
        using var hall = new Hall(Stand("Ahlen") with { Topics = ["Leerstand"] }, Stand("Bonn") with { Text = "Auch hier ist Leerstand" });
        Assert.Equal(["Bonn", "Ahlen"], Titles(hall.Find(new StandQuery { Text = "Leerstand" }, In("halle"))));
        Assert.Equal(["Ahlen", "Bonn"], Titles(hall.Find(new StandQuery { Text = "Leerstand Ahlen Xylophon" }, In("halle"))));
    }

    [Fact]
    public void WayIsAskedOnceForEachPlace()
    {
        using var hall = new Hall(Stand("Ahlen") with { Materials = [Material("Eins"), Material("Zwei")] }, Stand("Bonn"));
        hall.Find(new StandQuery(), In("halle"));
        Assert.Equal(["stand-Ahlen", "stand-Bonn"], asked.Order(StringComparer.Ordinal));
    }

    Nearness In(string room) => new(room, (_, place) =>
    {
        asked.Add(place);
        return ways[place];
    });
}
