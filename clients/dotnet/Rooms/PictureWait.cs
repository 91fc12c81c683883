namespace Klapphaus.Client;

/// <summary>
/// Waits for something to be seen. Woken by changes; by itself it looks again often while somebody is carried on, without news, and else now and then: what is waited for
/// may hang on more than this picture.
/// </summary>
sealed class PictureWait : IDisposable
{
    static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(20), Glance = TimeSpan.FromMilliseconds(250);

    readonly RoomPicture picture;
    readonly TimeProvider time;
    TaskCompletionSource news = NewNews();

    public PictureWait(RoomPicture picture, TimeProvider time)
    {
        (this.picture, this.time) = (picture, time);
        picture.Changed += Wake;
    }

    public static async Task UntilAsync(RoomPicture picture, Func<bool> condition, TimeProvider time, CancellationToken cancellation)
    {
        using var wait = new PictureWait(picture, time);
        await wait.UntilAsync(condition, cancellation);
    }

    public async Task UntilAsync(Func<bool> condition, CancellationToken cancellation)
    {
        while (true)
        {
            // Both armed before the look: what comes between the look and the wait, news or time, ends the wait.
            var next = NewNews();
            Interlocked.Exchange(ref news, next);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var blink = Task.Delay(picture.IsInMotion ? Blink : Glance, time, both.Token);
            try
            {
                if (condition())
                    return;
                await Task.WhenAny(next.Task, blink);
                // On a machine that stood still the news and the end of the time come together; what is seen by then counts.
                if (cancellation.IsCancellationRequested && !condition())
                    cancellation.ThrowIfCancellationRequested();
            }
            finally
            {
                await both.CancelAsync();
            }
        }
    }

    public void Wake() => Volatile.Read(ref news).TrySetResult();

    public void Dispose() => picture.Changed -= Wake;

    static TaskCompletionSource NewNews() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
