using System.Diagnostics;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.House;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>A client that does not read, in a room in which people walk.</summary>
[Collection(Alone.Name)]
public sealed class SlowReaderTests : IAsyncLifetime
{
    /// <summary>What the house may hold for one client, in the kernel and in the process.</summary>
    const int Held = 1_000_000;

    /// <summary>Rounds of steps until the network must be full: by far enough.</summary>
    const int ManyRounds = 1500;

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync(DrawnHouse.Empty("platz", 128, 128).With("halle", ["######", "#.e..#", "#....#", "######"]));

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task WhoStopsReadingCostsNoQueueAndSeesThePresentAtOnceWhenTheyReadAgain()
    {
        var walkers = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => house.Enter($"Gast {i}", "platz")));
        await using var slow = await house.EnterRaw("Sam", "platz", receiveBuffer: 16 * 1024);
        var outlet = house.Services.GetRequiredService<Visitors>().All.Single(v => v.Caller.Name == "Sam").Outlet;
        var handles = walkers.Select(w => w.Picture.Handle).ToList();
        slow.Drain();
        slow.StopReading();

        // Sam asks for the whole room again and again, so that the network fills sooner than by the steps of ten people
        var round = 0;
        while (!outlet.IsBusy && round < ManyRounds)
        {
            await slow.SayAsync("Enter", new EnterRequest { Room = "platz" });
            await Step(walkers, round++);
        }
        Assert.True(outlet.IsBusy, "the house goes on sending to somebody who does not read");
        // it stays so, however long they walk; Sam gives signs of life meanwhile
        for (var more = 0; more < 100; more++)
        {
            if (more % 10 == 0) await slow.PingAsync();
            await Step(walkers, round++);
        }
        Assert.True(outlet.IsBusy);
        var dora = await house.Enter("Dora", "halle"); // missed, too
        await walkers[0].WaitUntil(_ => walkers[0].Connection.Rooms.Single(r => r.Id == "halle").People == 1, "Dora is in the hall");

        var picture = new RoomPicture(TimeProvider.System);
        var clock = Stopwatch.StartNew();
        slow.ReadOn();
        await slow.NextAsync(m => Apply(picture, m) && walkers.All(w => picture.At(w.Id) == w.Picture.Own), "everybody is seen where they are");
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(6)); // at once, but for a machine that stands still; that nothing has piled up, the bytes show
        Assert.InRange(slow.BytesReceived, 1, Held);
        await slow.NextAsync(m => m is InvocationMessage { Target: nameof(IHouseClient.RoomsChanged), Arguments: [RoomsChangedEvent news] } && news.Rooms.Single(r => r.Id == "halle").People == 1, "the newest list of rooms");

        // from here on it is a client like any other: one step, one record, nothing of the past
        slow.Drain();
        await Step([walkers[3]], round);
        var told = new List<AvatarMove>();
        await slow.NextAsync(
            m =>
            {
                told.AddRange(Told.Moves(m));
                return told.Count > 0;
            },
            "the next step");
        Assert.Equal([(handles[3], walkers[3].Picture.Own.X, walkers[3].Picture.Own.Y)], told.Select(r => (r.Handle, r.X, r.Y)));
        await dora.DisposeAsync();
        foreach (var walker in walkers) await walker.DisposeAsync();
    }

    /// <summary>Everybody takes a step, and the last to do so is seen by the first.</summary>
    static async Task Step(Person[] walkers, int round)
    {
        for (var i = 0; i < walkers.Length; i++) await walkers[i].Says(3 + round % 2 * 0.125, 2 + i % 2 * 0.25);
        await walkers[0].Sees(walkers[^1].Here);
    }

    static bool Apply(RoomPicture picture, HubMessage message)
    {
        switch (message)
        {
            case InvocationMessage { Arguments: [RoomEnteredEvent news] }:
                picture.Apply(news);
                break;
            case InvocationMessage { Arguments: [PeopleChangedEvent news] }:
                picture.Apply(news);
                break;
            case InvocationMessage { Arguments: [PutBackEvent news] }:
                picture.Apply(news);
                break;
            case InvocationMessage { Arguments: [byte[] frame] }:
                picture.Apply(frame);
                break;
        }
        return true;
    }
}
