using Klapphaus.Client;
using Klapphaus.Desktop.Text;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>When one sets out again for where one has been put back from.</summary>
public sealed class WalkGoalTests
{
    readonly FakeTimeProvider time = new();
    readonly WalkGoal goal;

    public WalkGoalTests() => goal = new(() => Position.FromTiles(5.5, 5.5), time);

    [Fact]
    public void AWalkThatIsTakenBackLateIsTakenUpAgain()
    {
        goal.Arrive();
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(goal.IsTakenUpAgain());
    }

    [Fact]
    public void OnTheWayTheWalkItselfGoesOn()
    {
        Assert.False(goal.IsTakenUpAgain());
        goal.Arrive();
        Assert.True(goal.IsTakenUpAgain());
        Assert.False(goal.IsTakenUpAgain(), "One is on the way already.");
    }

    [Fact]
    public void WhoHasBeenThereForLongStaysWhereTheHouseSays()
    {
        goal.Arrive();
        time.Advance(TimeSpan.FromSeconds(3.1));
        Assert.False(goal.IsTakenUpAgain());
    }

    [Fact]
    public void AfterThreeTimesSomethingIsInTheWay()
    {
        for (var returns = 0; returns < 3; returns++)
        {
            goal.Arrive();
            Assert.True(goal.IsTakenUpAgain());
        }
        goal.Arrive();
        Assert.False(goal.IsTakenUpAgain());
    }
}
