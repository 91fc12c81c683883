using Klapphaus.Contracts;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Klapphaus.Client.Tests.Scene;

namespace Klapphaus.Client.Tests;

public sealed class PictureWaitTests
{
    readonly FakeTimeProvider time = new();
    readonly RoomPicture picture;

    public PictureWaitTests()
    {
        picture = new(time);
        picture.Apply(Entered(10, 10));
    }

    Task Until(Func<bool> condition, CancellationToken cancellation) => PictureWait.UntilAsync(picture, condition, time, cancellation);

    [Fact]
    public async Task NewsEndsTheWaitWithoutTheClock()
    {
        var wait = Until(() => picture.At(Bo) == Tile(5, 5), TestContext.Current.CancellationToken);
        Assert.False(wait.IsCompleted);
        picture.Apply(Moved(0, (Bo, 5, 5, Protocol.Standing, 0)));
        await wait.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task CarriedOnMotionIsSeenWithoutNews()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, 0, 0)));
        var looks = new SemaphoreSlim(0);
        var wait = Until(
            () =>
            {
                looks.Release();
                return picture.At(Bo)!.Value.TileX > 6;
            },
            TestContext.Current.CancellationToken);
        // A look for every 20 ms of motion; past 6 tiles after 250 ms.
        for (var passed = 0; !wait.IsCompleted && passed <= 280; passed += 20)
        {
            await Task.WhenAny(wait, looks.WaitAsync(TestContext.Current.CancellationToken)).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            time.Advance(TimeSpan.FromMilliseconds(20));
        }
        await wait.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WhatIsNotInThePictureIsSeenTooAfterAWhile()
    {
        var isSo = false;
        var wait = Until(() => Volatile.Read(ref isSo), TestContext.Current.CancellationToken);
        Volatile.Write(ref isSo, true);
        Assert.False(wait.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(250));
        await wait.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task WhatIsSeenWhenTheTimeIsOverCounts()
    {
        using var limit = new CancellationTokenSource();
        var isSo = false;
        var wait = Until(() => Volatile.Read(ref isSo), limit.Token);
        Volatile.Write(ref isSo, true);
        await limit.CancelAsync();
        await wait.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task GivenUpWaitEnds()
    {
        using var limit = new CancellationTokenSource();
        var wait = Until(() => false, limit.Token);
        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }
}
