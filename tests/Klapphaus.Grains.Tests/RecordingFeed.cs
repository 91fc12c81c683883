using System.Threading.Channels;
using Klapphaus.Grains.Rooms;

namespace Klapphaus.Grains.Tests;

/// <summary>A feed that keeps what it hears, in order.</summary>
sealed class RecordingFeed : IRoomObserver
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    readonly Channel<RoomTick> ticks = Channel.CreateUnbounded<RoomTick>();
    IRoomObserver reference = null!;

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public RoomSnapshot Snapshot { get; private set; } = null!;

    public static async Task<RecordingFeed> AttachAsync(IGrainFactory grains, string room)
    {
        var feed = new RecordingFeed();
        feed.reference = grains.CreateObjectReference<IRoomObserver>(feed);
        feed.Snapshot = (await grains.GetGrain<IRoomGrain>(room).Attach(new() { Feed = feed.Id, Observer = feed.reference }))!;
        return feed;
    }

    /// <summary>Attaches once more, with what this feed knows of its people.</summary>
    public async Task AttachAgainAsync(IGrainFactory grains, string room, params RoomResident[] residents) =>
        Snapshot = (await grains.GetGrain<IRoomGrain>(room).Attach(new() { Feed = Id, Observer = reference, Residents = residents }))!;

    public Task Ticked(RoomTick tick)
    {
        ticks.Writer.TryWrite(tick);
        return Task.CompletedTask;
    }

    /// <summary>The next tick that is as wanted; those before it are passed over.</summary>
    public async Task<RoomTick> Hears(Func<RoomTick, bool> wanted, string what)
    {
        List<RoomTick> others = [];
        using var limit = new CancellationTokenSource(patience);
        try
        {
            while (true)
            {
                var tick = await ticks.Reader.ReadAsync(limit.Token);
                if (wanted(tick)) return tick;
                others.Add(tick);
            }
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The feed waited for {what} and heard {others.Count} other ticks: {string.Join(", ", others.Select(t => $"#{t.Number} ({t.Handles.Length} moved, {t.Entered.Length} came, {t.Left.Length} left)"))}", e);
        }
    }
}
