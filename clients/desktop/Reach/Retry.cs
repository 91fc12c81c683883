namespace Klapphaus.Desktop.Reach;

/// <summary>Asks the house again for what it could not do just now. A server that is lost takes its questions with it, and the line is back elsewhere in a moment.</summary>
static class Retry
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromSeconds(30);

    /// <summary>Whether the same question may be answered otherwise in a while.</summary>
    public static bool IsPassing(ErrorCode error) => error is ErrorCode.Unavailable or ErrorCode.Unexpected or ErrorCode.TooManyCalls;

    /// <summary>Asks until there is an answer that stays.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="counts">Whether the answer is of interest still.</param>
    /// <param name="time">To pause by.</param>
    /// <param name="over">Ends it.</param>
    /// <returns>The last answer.</returns>
    /// <exception cref="OperationCanceledException">It is over.</exception>
    public static async Task<ErrorCode> AskAsync(Func<Task<ErrorCode>> ask, Func<bool> counts, TimeProvider time, CancellationToken over)
    {
        for (var pause = Shortest; ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            var error = await ask();
            if (!IsPassing(error) || !counts()) return error;
            await Task.Delay(pause, time, over);
            if (!counts()) return error;
        }
    }
}
