using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.Tests.Rooms;

public sealed class FeedLoadTests
{
    const int Interval = 100;

    readonly FeedLoad load = new();
    long now;

    [Fact]
    public void WhoHasTimeTellsEverything()
    {
        Work(share: 0.55, seconds: 60);
        Assert.Equal(0, load.Level);
    }

    [Fact]
    public void OneSlowTickIsNoLoad()
    {
        Work(0.1, 5);
        Work(2, 0.1);
        Work(0.1, 5);
        Assert.Equal(0, load.Level);
    }

    [Fact]
    public void WhoHasNoTimeLeavesOutMoreAndMoreOneLevelASecond()
    {
        Work(0.9, 1.3); // the average takes a second to get there
        Assert.Equal(1, load.Level);
        Work(0.9, 0.6);
        Assert.Equal(1, load.Level);
        Work(0.9, 0.5);
        Assert.Equal(2, load.Level);
        Work(0.9, 60);
        Assert.Equal(FeedLoad.Highest, load.Level);
    }

    [Fact]
    public void LevelIsKeptWhereItSuffices()
    {
        Work(0.9, 1.5);
        Work(0.45, 60);
        Assert.Equal(1, load.Level);
        Work(0.35, 3); // the first level saves little, and is given up sooner
        Assert.Equal(0, load.Level);
    }

    [Fact]
    public void LevelsComeDownOneByOneWhenThereIsTime()
    {
        Work(0.9, 60);
        Work(0.05, 2.5);
        Assert.InRange(load.Level, 1, 2);
        Work(0.05, 3);
        Assert.Equal(0, load.Level);
    }

    void Work(double share, double seconds)
    {
        for (var end = now + (long)(seconds * 1000); now < end; now += Interval) load.Worked(TimeSpan.FromMilliseconds(share * Interval), TimeSpan.FromMilliseconds(Interval), now);
    }
}
