using System.Threading.Channels;
using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>A step buffer on a clock of the test's own, before a real room.</summary>
public sealed class StepBufferTests(SmallHouse shared) : IClassFixture<SmallHouse>, IAsyncLifetime
{
    const string Feed = "feed of the test";

    readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(60));
    readonly Listener listener = new();
    IGrainFactory grains = null!;
    IRoomGrain room = null!;
    IRoomObserver reference = null!;
    StepBuffer steps = null!;
    int guests;

    public async ValueTask InitializeAsync()
    {
        grains = shared.Open.Services.GetRequiredService<IGrainFactory>();
        room = grains.GetGrain<IRoomGrain>("foyer");
        reference = grains.CreateObjectReference<IRoomObserver>(listener);
        await room.Attach(new() { Feed = Feed, Observer = reference });
        steps = new(room, Feed, time);
    }

    public async ValueTask DisposeAsync()
    {
        steps.Dispose();
        await room.Detach(Feed, reference);
        for (var guest = 1; guest <= guests; guest++) await room.Leave(Name(guest), "");
    }

    [Fact]
    public async Task FirstStepAfterASilenceGoesAtOnce()
    {
        var ada = await Enter();
        time.Advance(TimeSpan.FromSeconds(10));
        steps.Add(ada, 4 * 32, 96, Protocol.Standing);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await listener.Until(t => At(t, ada) == (4 * 32, 96));
    }

    [Fact]
    public async Task StepsAfterATickWaitUntilJustBeforeTheNext()
    {
        var (ada, bo) = (await Enter(), await Enter());
        steps.TickArrived(100);
        time.Advance(TimeSpan.FromMilliseconds(20));
        steps.Add(ada, 4 * 32, 96, Protocol.Standing);
        time.Advance(TimeSpan.FromMilliseconds(30));
        steps.Add(bo, 4 * 32, 64, Protocol.Standing);
        time.Advance(TimeSpan.FromMilliseconds(45));
        var marker = await Enter(); // had anything been sent, it would come before this
        var until = await listener.Until(t => t.Entered.Any(p => p.Handle == marker.Handle));
        Assert.DoesNotContain(until, t => At(t, ada) == (4 * 32, 96) || At(t, bo) == (4 * 32, 64));

        time.Advance(TimeSpan.FromMilliseconds(1));
        var tick = (await listener.Until(t => At(t, ada) == (4 * 32, 96)))[^1];
        Assert.Equal((4 * 32, 64), At(tick, bo)); // both in one call
        Assert.True(Age(tick, ada) >= Age(tick, bo)); // each with its age
    }

    [Fact]
    public async Task OnlyTheNewestStepOfAnAvatarIsSent()
    {
        var ada = await Enter();
        steps.TickArrived(50);
        steps.Add(ada, 4 * 32, 96, Protocol.Standing);
        steps.Add(ada, 3 * 32, 96, Protocol.Standing);
        time.Advance(TimeSpan.FromMilliseconds(50));
        var all = await listener.Until(t => At(t, ada) == (3 * 32, 96));
        Assert.DoesNotContain(all, t => At(t, ada) == (4 * 32, 96));
    }

    [Fact]
    public async Task StepOfOneWhoHasGoneIsNotSent()
    {
        var (ada, bo) = (await Enter(), await Enter());
        steps.TickArrived(50);
        steps.Add(ada, 4 * 32, 96, Protocol.Standing);
        steps.Add(bo, 4 * 32, 64, Protocol.Standing);
        steps.Remove(ada);
        time.Advance(TimeSpan.FromMilliseconds(50));
        var all = await listener.Until(t => At(t, bo) == (4 * 32, 64));
        Assert.DoesNotContain(all, t => At(t, ada) == (4 * 32, 96));
        steps.Add(ada, 3 * 32, 96, Protocol.Standing); // the number may be somebody else's by now; who comes back is another viewer
        steps.Add(bo, 5 * 32, 64, Protocol.Standing);
        time.Advance(TimeSpan.FromSeconds(1));
        all = await listener.Until(t => At(t, bo) == (5 * 32, 64));
        Assert.DoesNotContain(all, t => At(t, ada) == (3 * 32, 96));
    }

    [Fact]
    public async Task StepsOfAnotherFeedsAvatarAreNotTaken()
    {
        var (ada, bo) = (await Enter(), await Enter());
        using var foreign = new StepBuffer(room, "another feed", time);
        foreign.Add(ada, 4 * 32, 96, Protocol.Standing);
        time.Advance(TimeSpan.FromSeconds(1));
        steps.Add(bo, 4 * 32, 64, Protocol.Standing);
        time.Advance(TimeSpan.FromSeconds(1));
        var all = await listener.Until(t => At(t, bo) == (4 * 32, 64));
        Assert.DoesNotContain(all, t => At(t, ada) == (4 * 32, 96));
    }

    [Fact]
    public async Task StepThatGotLostIsSaidAgain()
    {
        var (ada, bo) = (await Enter(), await Enter());
        var mirror = new RoomMirror(new CellGrid(16, 8));
        using var lost = new StepBuffer(room, "a feed that nobody hears", time);
        lost.Add(ada, 4 * 32, 96, Protocol.Standing);
        time.Advance(TimeSpan.FromSeconds(2));
        mirror.Put(bo.Handle, AvatarState.Pack(4 * 32, 64, Protocol.Standing), 0);
        steps.Add(bo, 4 * 32, 64, 0); // walks: the room has let it stand since it has said nothing more
        time.Advance(TimeSpan.FromSeconds(2));
        await listener.Until(t => At(t, bo) == (4 * 32, 64));

        steps.SayUnheard([ada, bo], mirror);
        time.Advance(TimeSpan.FromSeconds(1));
        var all = await listener.Until(t => At(t, ada) == (4 * 32, 96));
        Assert.DoesNotContain(all, t => At(t, bo) == (4 * 32, 64));
    }

    [Fact]
    public async Task StepThatWasRefusedIsNotSaidAgain()
    {
        var ada = await Enter();
        var mirror = new RoomMirror(new CellGrid(16, 8));
        steps.Add(ada, 4 * 32, 96, Protocol.Standing);
        time.Advance(TimeSpan.FromSeconds(2));
        await listener.Until(t => At(t, ada) == (4 * 32, 96));
        var back = AvatarState.Pack(3 * 32, 96, Protocol.Standing);
        mirror.Put(ada.Handle, back, 0);
        steps.Tell(ada, back);
        time.Advance(TimeSpan.FromSeconds(2));
        steps.SayUnheard([ada], mirror);
        time.Advance(TimeSpan.FromSeconds(1));
        var marker = await Enter();
        Assert.DoesNotContain(await listener.Until(t => t.Entered.Any(p => p.Handle == marker.Handle)), t => At(t, ada) is not null);
    }

    [Fact]
    public async Task WhereAClientWasLetInIsSaidForItWhenTheRoomForgetsThat()
    {
        var ada = await Enter();
        var mirror = new RoomMirror(new CellGrid(16, 8));
        steps.Tell(ada, AvatarState.Pack(4 * 32, 96, Protocol.Standing));
        mirror.Put(ada.Handle, AvatarState.Pack(3 * 32, 96, 0), 0);
        time.Advance(TimeSpan.FromSeconds(2));
        steps.SayUnheard([ada], mirror);
        time.Advance(TimeSpan.FromSeconds(1));
        await listener.Until(t => At(t, ada) == (4 * 32, 96));
    }

    async Task<Viewer> Enter()
    {
        var entry = await room.Enter(new() { Person = new() { Handle = 0, Member = Name(++guests), Name = "Gast", Role = "visitor", Feed = Feed, Connection = "" } });
        return new(null!, Name(guests), entry.Person!.Handle, entry.Person.Arrival); // the way out is not the buffer's business
    }

    static string Name(int guest) => $"guest {guest} of the step buffer";

    static (int X, int Y)? At(RoomTick tick, Viewer who) =>
        Array.IndexOf(tick.Handles, who.Handle) is >= 0 and var i ? (AvatarState.X(tick.States[i]), AvatarState.Y(tick.States[i])) : null;

    static int Age(RoomTick tick, Viewer who) => tick.Ages[Array.IndexOf(tick.Handles, who.Handle)];

    sealed class Listener : IRoomObserver
    {
        readonly Channel<RoomTick> ticks = Channel.CreateUnbounded<RoomTick>();

        public Task Ticked(RoomTick tick)
        {
            ticks.Writer.TryWrite(tick);
            return Task.CompletedTask;
        }

        /// <summary>All ticks up to the one that is waited for.</summary>
        public async Task<List<RoomTick>> Until(Func<RoomTick, bool> wanted)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            var all = new List<RoomTick>();
            do all.Add(await ticks.Reader.ReadAsync(limit.Token));
            while (!wanted(all[^1]));
            return all;
        }
    }
}
