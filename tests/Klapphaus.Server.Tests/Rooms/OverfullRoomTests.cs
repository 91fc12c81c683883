using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>Two thousand in one room, most of them without a client here, as if they were at another process.</summary>
[Collection(Alone.Name)]
public sealed class OverfullRoomTests(OverfullRoomTests.OverfullHouse shared) : IClassFixture<OverfullRoomTests.OverfullHouse>
{
    const int Crowd = 2000;
    const int Longest = AvatarsMoved.HeaderLength + Rations.Budget;

    readonly TestHouse house = shared.Open;

    public sealed class OverfullHouse : IAsyncLifetime
    {
        internal TestHouse Open { get; private set; } = null!;

        internal List<RoomEntry> Crowd { get; } = [];

        internal IRoomGrain Room { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Open = await TestHouse.OpenAsync(DrawnHouse.Empty("platz", 60, 60, capacity: 3000));
            Room = Open.Services.GetRequiredService<IGrainFactory>().GetGrain<IRoomGrain>("platz");
            for (var guest = 1; guest <= OverfullRoomTests.Crowd; guest++) Crowd.Add(await EnterAsync(guest));
        }

        internal Task<RoomEntry> EnterAsync(int guest) => Room.Enter(new()
        {
            Person = new()
            {
                Handle = 0,
                Member = Guid.NewGuid().ToString(),
                Name = $"Gast {guest} mit einem langen Namen",
                Affiliation = $"Gesellschaft für Stadtentwicklung {guest} mbH",
                Role = "visitor",
                Feed = "elsewhere",
                Connection = $"connection {guest}",
            },
        });

        internal Task WalkAsync(IReadOnlyList<uint> states) =>
            Room.Walk(new() { Feed = "elsewhere", Handles = [.. Crowd.Select(e => e.Person!.Handle)], States = [.. states], Ages = new ushort[states.Count], SentAt = Environment.TickCount64 });

        public ValueTask DisposeAsync() => Open.DisposeAsync();
    }

    [Fact]
    public async Task RoomOfTwoThousandIsEnteredByTheClientThatEverybodyHas()
    {
        await using var ada = await house.Enter("Ada", "platz");
        await ada.WaitUntil(p => p.People.Length > Crowd && p.InSight().Count > 1, "everybody is in the list, and the near are seen");
        await using var bo = await house.Enter("Bo", "platz");
        await ada.Sees(bo.Here);
    }

    [Fact]
    public async Task WhereAllTurnAtOnceNoMessageIsLongAndInTheEndEverybodyIsSeenAsTheyAre()
    {
        await using var ada = await house.Enter("Ada", "platz");
        await using var raw = await house.EnterRaw("Bo", "platz");
        var states = shared.Crowd.Select(e => e.State).ToArray();
        var lengths = new List<int>();
        for (var round = 0; round < 20; round++)
        {
            for (var i = 0; i < states.Length; i++)
                states[i] = AvatarState.Pack(AvatarState.X(states[i]) ^ 1, AvatarState.Y(states[i]), Protocol.Standing);
            await shared.WalkAsync(states);
            await raw.NextAsync(m => Shared(m) is { } frame && Note(frame), "what they do");
        }
        Assert.InRange(lengths.Max(), Longest / 2, Longest);

        await ada.WaitUntil(p => shared.Crowd.Zip(states).All(a => p.At(a.First.Person!.Handle) is { } there ? there == Place(a.Second) : !p.IsInSight(Place(a.Second))), "everybody is seen as they are");
        var counters = house.Services.GetRequiredService<RoomFeeds>().Find("platz")!.Counters;
        Assert.True(counters.DeferredAvatars > Crowd, $"{counters}");

        bool Note(byte[] frame)
        {
            lengths.Add(frame.Length);
            return true;
        }
    }

    [Fact]
    public async Task WhoStreamsInIsToldOnceASecond()
    {
        await using var raw = await house.EnterRaw("Cem", "platz");
        raw.Drain();
        var (came, messages) = (new HashSet<int>(), 0);
        var began = TimeProvider.System.GetTimestamp();
        List<RoomEntry> entries = [];
        for (var guest = 1; guest <= 90; guest++)
        {
            entries.Add(await shared.EnterAsync(10_000 + guest));
            if (guest % 3 != 0) continue;
            await raw.NextAsync(m => Told.Moves(m).Exists(r => r.Handle == entries[^1].Person!.Handle), "the newcomer is seen"); // a tick for each
        }
        await raw.NextAsync(m => TakePeople(m) && entries.TrueForAll(e => came.Contains(e.Person!.Handle)), "everybody who came");
        // thirty ticks are two or three seconds, and more on a machine that stands still now and then
        Assert.InRange(messages, 1, Math.Max(10, 3 + (int)TimeProvider.System.GetElapsedTime(began).TotalSeconds));
        Assert.True(messages < entries.Count, $"{messages} messages about {entries.Count} who came");
        foreach (var entry in entries) await shared.Room.Leave(entry.Person!.Member, entry.Person.Connection);

        bool TakePeople(HubMessage message)
        {
            if (message is not InvocationMessage { Arguments: [PeopleChangedEvent news] }) return false;
            messages++;
            came.UnionWith(news.Entered.Select(p => p.Handle));
            return true;
        }
    }

    /// <summary>A frame that is not for one client alone.</summary>
    static byte[]? Shared(HubMessage message) => Told.Frame(message) is { } frame && !Told.IsEverything(frame) && Told.Cell(frame) is null ? frame : null;

    static Position Place(uint state) => new(AvatarState.X(state), AvatarState.Y(state));
}
