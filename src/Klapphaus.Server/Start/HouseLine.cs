using Klapphaus.Grains.House;
using Klapphaus.Server.Presence;
using StackExchange.Redis;

namespace Klapphaus.Server.Start;

/// <summary>
/// Asks the house all the time whether it answers. A gateway that is not answered looks into the store whether others are: then the line from here is cut,
/// and its people are better off by another gateway, now rather than later.
/// </summary>
sealed class HouseLine(IGrainFactory grains, IConnectionMultiplexer store, HouseOptions options, IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan patience = TimeSpan.FromMilliseconds(700);

    /// <summary>A gateway that is answered says so twice in this time.</summary>
    static readonly TimeSpan remembered = TimeSpan.FromSeconds(1);

    /// <summary>The house's own grain may have died with another machine and comes up again: a process that has rooms is no worse for that.</summary>
    static readonly TimeSpan houseMayBeSilent = TimeSpan.FromSeconds(10);

    /// <summary>A gateway has no silo of its own, and one that died is replaced in less than that.</summary>
    static readonly TimeSpan lineMayBeSilent = TimeSpan.FromSeconds(4);

    readonly string id = Guid.NewGuid().ToString("N");
    readonly Silence silence = new(options.HasRooms ? houseMayBeSilent : lineMayBeSilent, time);
    volatile bool cut = true;

    /// <summary>The house has not been reached for too long, or not at all yet.</summary>
    public bool IsCut => cut;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // there is nobody to be asked before the silo is up, nor after it is down
        using (var begin = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStarted))
            await Task.Delay(Timeout.InfiniteTimeSpan, begin.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        while (!end.IsCancellationRequested)
        {
            var asked = time.GetTimestamp();
            if (await AnswersAsync())
            {
                silence.Heard();
                if (!options.HasRooms) store.GetDatabase().StringSet(PresenceKeys.Answered, id, remembered, flags: CommandFlags.FireAndForget);
            }
            else
            {
                silence.Unheard(asked, !options.HasRooms && await AnotherIsAnsweredAsync());
            }
            cut = silence.IsTooLong;
            var rest = pause - time.GetElapsedTime(asked);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> AnswersAsync()
    {
        try
        {
            await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms().WaitAsync(patience, time);
            return true;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or InvalidOperationException)
        {
            return false;
        }
    }

    async Task<bool> AnotherIsAnsweredAsync()
    {
        try
        {
            var other = await store.GetDatabase().StringGetAsync(PresenceKeys.Answered).WaitAsync(patience, time);
            return other.HasValue && other != id;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            return false; // nobody can be asked
        }
    }
}
