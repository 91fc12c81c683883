using CsCheck;
using Xunit;

namespace Klapphaus.Client.Tests;

public sealed class BackOffTests
{
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.3), Longest = TimeSpan.FromSeconds(5);

    [Fact]
    public void PausesGrowUpToTheLongestAndLoseAtMostHalf() => Gen.Int.Sample(seed =>
    {
        var backOff = new BackOff(Shortest, Longest, new Random(seed));
        foreach (var full in new[] { 0.3, 0.45, 0.675, 1.0125, 1.51875, 2.278125, 3.4171875, 5, 5, 5 })
            Assert.InRange(backOff.Next().TotalSeconds, (full / 2) - 0.001, full + 0.001);
    });

    [Fact]
    public void LongAbsenceNeverOverflows()
    {
        var backOff = new BackOff(Shortest, Longest, new Random(1));
        for (var i = 0; i < 1000; i++)
            Assert.InRange(backOff.Next(), TimeSpan.FromTicks(1), Longest);
    }

    [Fact]
    public void ClientsDoNotComeBackInStep()
    {
        var pauses = Enumerable.Range(0, 100).Select(seed => new BackOff(Shortest, Longest, new Random(seed)).Next()).Distinct();
        Assert.True(pauses.Count() > 50);
    }

    [Fact]
    public void SuccessStartsAnew()
    {
        var backOff = new BackOff(Shortest, Longest, new Random(1));
        for (var i = 0; i < 5; i++)
            backOff.Next();
        backOff.Reset();
        Assert.InRange(backOff.Next(), Shortest / 2, Shortest);
    }
}
