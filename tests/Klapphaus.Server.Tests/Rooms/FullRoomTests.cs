using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>A room with one place, and those who want into it.</summary>
public sealed class FullRoomTests : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync(DrawnHouse.Small().With("kammer", ["######", "#.e..#", "#....#", "######"], capacity: 1));

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task FullRoomSaysSoAndLetsNobodyElseIn()
    {
        await using var ada = await house.Enter("Ada", "kammer");
        await using var bo = await house.Enter("Bo", "foyer");
        var reply = await bo.Connection.EnterAsync("kammer");
        Assert.Equal((ErrorCode.RoomFull, "kammer"), (reply.Error, reply.Value?.Room));
        Assert.Equal("foyer", bo.Picture.Room!.Id);
        await bo.WalkTo(6, 2); // still walks where Bo is
        Assert.Single(ada.Picture.People);
    }

    [Fact]
    public async Task PlaceThatComesFreeIsHeldForTheFirstWhoWaits()
    {
        var ada = await house.Enter("Ada", "kammer");
        await using var bo = await house.Enter("Bo", "foyer");
        await using var cem = await house.Enter("Cem", "foyer");
        await using var dora = await house.Enter("Dora", "foyer");
        Assert.Equal((ErrorCode.None, 0), await Waits(bo));
        Assert.Equal((ErrorCode.None, 1), await Waits(cem));
        Assert.Equal((ErrorCode.None, 0), await Waits(bo)); // asking again costs nobody their place
        var (boCalled, cemCalled) = (CallTo(bo), CallTo(cem));

        await ada.DisposeAsync();
        var call = await boCalled.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(("kammer", 20), (call.Room, call.HeldSeconds));
        Assert.Equal(ErrorCode.RoomFull, (await dora.Connection.EnterAsync("kammer")).Error);
        Assert.Equal(ErrorCode.RoomFull, (await cem.Connection.EnterAsync("kammer")).Error);
        await bo.Enter("kammer");
        Assert.False(cemCalled.IsCompleted);

        await bo.DisposeAsync();
        await cemCalled.WaitAsync(TimeSpan.FromSeconds(30));
        await cem.Enter("kammer");
    }

    [Fact]
    public async Task WhoNoLongerWaitsMakesWayForTheNext()
    {
        var ada = await house.Enter("Ada", "kammer");
        await using var bo = await house.Enter("Bo", "foyer");
        var cem = await house.Enter("Cem", "foyer");
        await using var dora = await house.Enter("Dora", "foyer");
        await Waits(bo);
        await Waits(cem);
        Assert.Equal((ErrorCode.None, 2), await Waits(dora));
        Assert.Equal(ErrorCode.None, await bo.Connection.StopWaitingAsync());
        await cem.DisposeAsync(); // who goes home does not wait either
        var called = CallTo(dora);
        await ada.DisposeAsync();
        await called.WaitAsync(TimeSpan.FromSeconds(30));
        await dora.Enter("kammer");
    }

    [Fact]
    public async Task WhoIsInsideMayAlwaysComeBack()
    {
        await using var ada = await house.Enter("Ada", "kammer");
        await ada.Enter("kammer");
        await using var again = await house.Arrive("Ada", ada.Connection.Token);
        await again.Enter("kammer");
    }

    [Fact]
    public async Task NobodyCanWaitForARoomThatIsNotThere()
    {
        await using var bo = await house.Enter("Bo", "foyer");
        Assert.Equal(ErrorCode.RoomUnknown, (await bo.Connection.WaitAsync("keller")).Error);
        await bo.WalkTo(5, 5);
    }

    static async Task<(ErrorCode Error, int Ahead)> Waits(Person person)
    {
        var reply = await person.Connection.WaitAsync("kammer");
        return (reply.Error, reply.Value!.Ahead);
    }

    static Task<PlaceFreeEvent> CallTo(Person person)
    {
        var called = new TaskCompletionSource<PlaceFreeEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        person.Connection.PlaceFree += news => called.TrySetResult(news);
        return called.Task;
    }
}
