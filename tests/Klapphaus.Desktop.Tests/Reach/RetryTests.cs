using Klapphaus.Desktop.Reach;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Desktop.Tests.Reach;

public sealed class RetryTests
{
    readonly FakeTimeProvider time = new();
    readonly List<DateTimeOffset> asked = [];

    /// <summary>Asks, with the clock going on second by second until there is an answer.</summary>
    async Task<ErrorCode> AskAsync(params ErrorCode[] answers)
    {
        var answer = Retry.AskAsync(
            () =>
            {
                asked.Add(time.GetUtcNow());
                return Task.FromResult(answers[asked.Count - 1]);
            },
            () => true, time, default);
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        return await answer;
    }

    [Theory]
    [InlineData(ErrorCode.None)]
    [InlineData(ErrorCode.StandUnknown)]
    [InlineData(ErrorCode.StandRightMissing)]
    public async Task AnAnswerThatStaysIsNotAskedAgain(ErrorCode error)
    {
        Assert.Equal(error, await AskAsync(error));
        Assert.Single(asked);
    }

    [Theory]
    [InlineData(ErrorCode.Unavailable)]
    [InlineData(ErrorCode.Unexpected)]
    [InlineData(ErrorCode.TooManyCalls)]
    public async Task WhatPassesIsAskedAgainLater(ErrorCode error)
    {
        Assert.Equal(ErrorCode.None, await AskAsync(error, error, ErrorCode.None));
        Assert.Equal(3, asked.Count);
        Assert.True(asked[1] - asked[0] >= Retry.Shortest, "It was asked again at once.");
        Assert.True(asked[2] - asked[1] >= Retry.Shortest * 2, "The pauses do not grow.");
    }

    [Fact]
    public async Task WhatIsOfNoInterestAnyMoreIsLeft()
    {
        var counts = true;
        var answer = Retry.AskAsync(Answer, () => counts, time, default);
        counts = false;
        time.Advance(Retry.Shortest);
        Assert.Equal(ErrorCode.Unavailable, await answer);
        Assert.Single(asked);

        Task<ErrorCode> Answer()
        {
            asked.Add(time.GetUtcNow());
            return Task.FromResult(ErrorCode.Unavailable);
        }
    }

    [Fact]
    public async Task ItEndsWithWhoeverAsked()
    {
        using var over = new CancellationTokenSource();
        var answer = Retry.AskAsync(() => Task.FromResult(ErrorCode.Unavailable), () => true, time, over.Token);
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }
}
