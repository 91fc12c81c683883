using Klapphaus.Server.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Server.Tests.Limits;

public sealed class CallBudgetTests
{
    readonly FakeTimeProvider time = new();
    readonly CallBudget budget;

    public CallBudgetTests() => budget = new(time);

    [Fact]
    public void SixtyStepsAtOnceAreGrantedAndThenThirtyASecond()
    {
        Assert.Equal(60, Steps(100));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(30, Steps(100));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(60, Steps(100));
        Assert.False(budget.Flooding);
    }

    [Fact]
    public void ThirtyCallsAtOnceAreGrantedAndThenTenASecond()
    {
        Assert.Equal(30, Enumerable.Range(0, 100).Count(_ => budget.TryCall()));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(20, Enumerable.Range(0, 100).Count(_ => budget.TryCall()));
    }

    [Fact]
    public void StepsAndCallsDoNotTakeFromEachOther()
    {
        Steps(60);
        Assert.True(budget.TryCall());
    }

    [Fact]
    public void WhoWalksAsAClientDoesIsNeverRefused()
    {
        for (var step = 0; step < 10_000; step++)
        {
            time.Advance(TimeSpan.FromMilliseconds(40)); // turns 25 times a second
            Assert.True(budget.TryStep());
        }
    }

    [Fact]
    public void WhoIsRefusedAFewTimesIsNotFlooding()
    {
        for (var second = 0; second < 60; second++)
        {
            Steps(70); // 40 too many, each second, for a minute
            time.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.False(budget.Flooding);
    }

    [Fact]
    public void WhoIsRefusedHundredsOfTimesAtOnceIsFlooding()
    {
        Steps(560);
        Assert.False(budget.Flooding);
        Steps(1);
        Assert.True(budget.Flooding);
    }

    int Steps(int tries) => Enumerable.Range(0, tries).Count(_ => budget.TryStep());
}
