using BenchmarkDotNet.Attributes;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Benchmarks.Micro;

/// <summary>Third station of a step: everybody speaks once, then the batch goes to the room.</summary>
public class StepBufferBenchmarks : IDisposable
{
    readonly HandTimers timers = new();
    StepBuffer buffer = null!;
    Viewer[] viewers = [];

    [Params(300, 1000, 2000)]
    public int People { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        buffer = new(new NoRoom(), "feed", timers);
        viewers = [.. Enumerable.Range(0, People).Select(handle => new Viewer(outlet: null!, $"member {handle}", handle, arrival: 0))];
    }

    [GlobalCleanup]
    public void Dispose()
    {
        buffer.Dispose();
        timers.Dispose();
        GC.SuppressFinalize(this); // the class must stay open for BenchmarkDotNet to derive from it
    }

    [Benchmark]
    public void AddAndFlush()
    {
        foreach (var viewer in viewers) buffer.Add(viewer, viewer.Handle, viewer.Handle, heading: 0);
        timers.Fire();
    }

    /// <summary>The machine's clock, but timers go off by hand.</summary>
    sealed class HandTimers : TimeProvider, ITimer
    {
        Action fire = () => { };

        public void Fire() => fire();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            fire = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }

    /// <summary>The grain costs nothing here.</summary>
    sealed class NoRoom : IRoomGrain
    {
        public Task Walk(StepBatch batch) => Task.CompletedTask;

        public Task<RoomSnapshot?> Attach(FeedAttachment attachment) => throw new NotSupportedException();

        public Task<bool> Renew(string feed, Guid activation, int[] handles) => throw new NotSupportedException();

        public Task Detach(string feed, IRoomObserver observer) => throw new NotSupportedException();

        public Task<RoomEntry> Enter(RoomEnter request) => throw new NotSupportedException();

        public Task Leave(string member, string connection) => throw new NotSupportedException();

        public Task Dismiss(string member, DepartureReason reason, BanState? ban) => throw new NotSupportedException();

        public Task Lose(string member, string connection) => throw new NotSupportedException();

        public Task<DoorAnswer> FindDoor(string member, string door) => throw new NotSupportedException();

        public Task<WaitAnswer> Wait(RoomWait request) => throw new NotSupportedException();

        public Task StopWaiting(string member, string connection) => throw new NotSupportedException();

        public Task UsePlan(RoomPlan? plan) => throw new NotSupportedException();

        public Task<RoomPlan?> Plan() => throw new NotSupportedException();

        public Task MoveTo(SiloAddress silo) => throw new NotSupportedException();
    }
}
