using Klapphaus.Server.Start;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Server.Tests.Start;

public sealed class SilenceTests
{
    readonly FakeTimeProvider time = new();
    readonly Silence silence;

    public SilenceTests() => silence = new(TimeSpan.FromSeconds(4), time);

    [Fact]
    public void AHouseThatHasNeverAnsweredCannotBeEntered()
    {
        Assert.True(silence.IsTooLong);
        silence.Heard();
        Assert.False(silence.IsTooLong);
    }

    [Fact]
    public void WhenNobodyIsAnsweredTheHouseIsWaitedFor()
    {
        silence.Heard();
        for (var second = 0; second < 4; second++)
        {
            Miss(othersHear: false);
            Assert.False(silence.IsTooLong);
            time.Advance(TimeSpan.FromSeconds(1));
        }
        Miss(othersHear: false);
        Assert.True(silence.IsTooLong);
    }

    [Fact]
    public void WhenOthersAreAnsweredTheLineFromHereIsCut()
    {
        silence.Heard();
        Miss(othersHear: true);
        Miss(othersHear: true);
        Assert.False(silence.IsTooLong);
        Miss(othersHear: true);
        Assert.True(silence.IsTooLong);
    }

    [Fact]
    public void OneThatHearsALittleBeforeAnotherIsNoSignOfACut()
    {
        silence.Heard();
        Miss(othersHear: false);
        Miss(othersHear: true);
        Miss(othersHear: true);
        Assert.False(silence.IsTooLong);
        silence.Heard();
        Miss(othersHear: true);
        Assert.False(silence.IsTooLong);
    }

    [Fact]
    public void AnAnswerEndsIt()
    {
        silence.Heard();
        for (var i = 0; i < 3; i++) Miss(othersHear: true);
        silence.Heard();
        Assert.False(silence.IsTooLong);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(silence.IsTooLong);
    }

    void Miss(bool othersHear) => silence.Unheard(time.GetTimestamp(), othersHear);
}
