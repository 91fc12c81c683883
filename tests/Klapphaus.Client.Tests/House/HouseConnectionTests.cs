using System.Collections.Concurrent;
using Klapphaus.Contracts;
using Xunit;
using static Klapphaus.Client.Tests.Scene;

namespace Klapphaus.Client.Tests;

public sealed class HouseConnectionTests : IAsyncLifetime
{
    DollsHouse house = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await DollsHouse.BuildAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    HouseClientOptions Options(double callSeconds = 10) => new()
    {
        Address = house.Address,
        Name = "Ada",
        CallTimeout = TimeSpan.FromSeconds(callSeconds),
        ShortestPause = TimeSpan.FromMilliseconds(20),
        LongestPause = TimeSpan.FromMilliseconds(100),
    };

    Task<HouseConnection> ConnectAsync(double callSeconds = 10) => HouseConnection.ConnectAsync(Options(callSeconds), cancellation: Cancellation);

    [Fact]
    public async Task EntryIsGrantedWithTheRoomInThePicture()
    {
        await using var ada = await ConnectAsync();
        Assert.True((await ada.EnterAsync("foyer", Cancellation)).Granted);
        Assert.Equal(("foyer", Tile(10, 10), 2), (ada.Picture.Room?.Id, ada.Picture.Own, ada.Picture.People.Length));
    }

    [Fact]
    public async Task LostConnectionComesBackIntoTheSameRoomWhereItStood()
    {
        await using var ada = await ConnectAsync();
        await ada.EnterAsync("foyer", Cancellation);
        await house.NextEntryAsync();
        await ada.SendMoveAsync(Tile(12, 11).X, Tile(12, 11).Y, Protocol.Standing, Cancellation);
        for (var round = 1; round <= 3; round++)
        {
            house.Cut();
            var entry = await house.NextEntryAsync();
            Assert.Equal(("foyer", 12 * 32, 11 * 32), (entry.Room, entry.StoodAt![0], entry.StoodAt[1]));
            await ada.WaitUntilAsync(_ => ada.Traffic.Reconnects == round && ada.State.Status == ConnectionStatus.Connected, $"she is back, round {round}", cancellation: Cancellation);
            Assert.Equal(Tile(12, 11), ada.Picture.Own);
        }
    }

    [Fact]
    public async Task WhoWasOnTheWayStandsWhereTheLossWasNoticed()
    {
        await using var ada = await ConnectAsync();
        await ada.EnterAsync("foyer", Cancellation);
        await house.NextEntryAsync();
        var walk = ada.Walker.WalkToAsync(90, 10, Cancellation);
        await ada.WaitUntilAsync(picture => picture.Own.TileX > 10.5, "she is on her way", cancellation: Cancellation);
        Position noticed = default;
        ada.Changed += state => noticed = state.Status == ConnectionStatus.Reconnecting ? ada.Picture.Own : noticed;
        house.Cut();
        var entry = await house.NextEntryAsync();
        Assert.Equal(WalkOutcome.Interrupted, (await walk).Outcome);
        Assert.Equal(noticed, new(entry.StoodAt![0], entry.StoodAt[1]));
        Assert.True(noticed.TileX > 10.5);
    }

    [Fact]
    public async Task CallMadeWhileTheHouseIsAwayIsAnsweredWhenItIsBack()
    {
        await using var ada = await ConnectAsync(callSeconds: 30);
        await house.CloseAsync();
        await ada.WaitUntilAsync(_ => ada.State.Status == ConnectionStatus.Reconnecting, "the loss is noticed", cancellation: Cancellation);
        var call = ada.WaitAsync("halle", Cancellation);
        Assert.False(call.IsCompleted);
        await house.OpenAsync();
        Assert.Equal((ErrorCode.None, 2), await call is var reply ? (reply.Error, reply.Value!.Ahead) : default);
    }

    [Fact]
    public async Task CallMadeWhileTheHouseIsAwayEndsUnavailable()
    {
        await using var ada = await ConnectAsync(callSeconds: 12);
        await house.CloseAsync();
        await ada.WaitUntilAsync(_ => ada.State.Status == ConnectionStatus.Reconnecting, "the loss is noticed", TimeSpan.FromSeconds(10), Cancellation);
        Assert.Equal(ErrorCode.Unavailable, (await ada.EnterAsync("foyer", Cancellation)).Error);
        Assert.Equal(ErrorCode.Unavailable, await ada.SendMoveAsync(1, 1, 0, Cancellation));
    }

    [Fact]
    public async Task WhoIsClosedTwiceIsClosed()
    {
        var ada = await ConnectAsync();
        await ada.DisposeAsync();
        await ada.DisposeAsync();
        Assert.Equal(ConnectionStatus.Closed, ada.State.Status);
    }

    [Fact]
    public async Task CallThatIsNotAnsweredEndsUnavailable()
    {
        var never = new TaskCompletionSource();
        house.WaitAnswered = never.Task;
        await using var ada = await ConnectAsync(callSeconds: 12);
        Assert.Equal(ErrorCode.Unavailable, (await ada.WaitAsync("halle", Cancellation)).Error);
        Assert.Equal(1, ada.Traffic.CallsFailed);
        never.SetResult();
    }

    [Fact]
    public async Task FaultOfTheServerKeepsItsWords()
    {
        await using var ada = await ConnectAsync();
        var reply = await ada.InvokeRawAsync<object>("Leave", [], Cancellation);
        Assert.Equal(ErrorCode.Unexpected, reply.Error);
        Assert.Contains("1005: TooManyCalls", reply.Fault, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.Unexpected, (await ada.InvokeRawAsync<object>("NoSuchCall", [1], Cancellation)).Error);
    }

    [Fact]
    public async Task WhoIsSentAwayForGoodStaysAway()
    {
        await using var ada = await ConnectAsync();
        await house.TellAsync(client => client.SentAway(new() { Code = (int)DisconnectCode.TakenOver, ComeBack = false }));
        await ada.WaitUntilAsync(_ => ada.State.IsFinal, "she is sent away", cancellation: Cancellation);
        Assert.Equal(new ConnectionState(ConnectionStatus.SentAway, DisconnectCode.TakenOver), ada.State);
        Assert.Equal(ErrorCode.Unavailable, (await ada.EnterAsync("foyer", Cancellation)).Error);
        Assert.Equal(1, house.HellosSaid);
    }

    [Theory]
    [InlineData(DisconnectCode.Restarting, "foyer")]
    [InlineData(DisconnectCode.Flooding, "foyer")]
    [InlineData(DisconnectCode.RoomClosed, null)]
    public async Task WhoMayComeBackComesBack(DisconnectCode code, string? room)
    {
        await using var ada = await ConnectAsync();
        await ada.EnterAsync("foyer", Cancellation);
        await house.TellAsync(client => client.SentAway(new() { Code = (int)code, ComeBack = true }));
        await ada.WaitUntilAsync(_ => ada.Traffic.Reconnects == 1 && ada.State.Status == ConnectionStatus.Connected, "she is back", cancellation: Cancellation);
        Assert.Equal(room, ada.Picture.Room?.Id);
    }

    [Fact]
    public async Task RoomThatHasFilledMeanwhileIsLostAndTheHouseIsNot()
    {
        await using var ada = await ConnectAsync();
        await ada.EnterAsync("foyer", Cancellation);
        var lost = new TaskCompletionSource<ErrorCode>();
        ada.RoomLost += lost.SetResult;
        house.EnterAnswer = ErrorCode.RoomFull;
        house.Cut();
        Assert.Equal(ErrorCode.RoomFull, await lost.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
        await ada.WaitUntilAsync(picture => ada.State.Status == ConnectionStatus.Connected && picture.Room is null, "she is in the house", cancellation: Cancellation);
    }

    [Fact]
    public async Task HouseThatIsNotReadyIsAskedAgain()
    {
        await using var ada = await ConnectAsync();
        await ada.EnterAsync("foyer", Cancellation);
        await house.NextEntryAsync();
        house.EnterAnswer = ErrorCode.Unavailable;
        house.Cut();
        await house.NextEntryAsync();
        await house.NextEntryAsync();
        house.EnterAnswer = ErrorCode.None;
        await ada.WaitUntilAsync(picture => picture.Arrivals == 2 && ada.State.Status == ConnectionStatus.Connected, "she is in again", cancellation: Cancellation);
    }

    [Fact]
    public async Task TokenThatIsNoLongerAcceptedEndsTheAttempts()
    {
        await using var ada = await ConnectAsync();
        house.AcceptsTokens = false;
        house.Cut();
        await ada.WaitUntilAsync(_ => ada.State.IsFinal, "she is told", cancellation: Cancellation);
        Assert.Equal(new ConnectionState(ConnectionStatus.Closed, Error: ErrorCode.SignInNeeded), ada.State);
    }

    [Fact]
    public async Task RefusalsAtTheDoorHaveTheirNumbers()
    {
        Assert.Equal(ErrorCode.NameUnusable, (await HouseConnection.TryConnectAsync(Options() with { Name = "" }, Cancellation)).Error);
        house.HelloAnswer = ErrorCode.ProtocolTooOld;
        Assert.Equal(ErrorCode.ProtocolTooOld, (await Assert.ThrowsAsync<HouseRefusedException>(() => ConnectAsync())).Code);
        house.AcceptsTokens = false;
        Assert.Equal(ErrorCode.SignInNeeded, (await HouseConnection.TryConnectAsync(Options() with { Token = "old" }, Cancellation)).Error);
    }

    [Fact]
    public async Task FailedWaitSaysWhoWaitedForWhatAndWhatWasSeen()
    {
        await using var ada = await ConnectAsync();
        await ada.EnterAsync("foyer", Cancellation);
        var failure = await Assert.ThrowsAsync<TimeoutException>(
            () => ada.WaitUntilAsync(picture => picture.At(Bo) is not null, "Bo is seen", TimeSpan.FromMilliseconds(50), Cancellation));
        Assert.StartsWith("Ada waited until Bo is seen. Instead: Connected, in foyer at (10.00, 10.00)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewsComesInOrderAndIsInThePictureWhenTold()
    {
        await using var ada = await ConnectAsync();
        await ada.EnterAsync("foyer", Cancellation);
        ConcurrentQueue<string> told = []; // the picture wakes the wait below before the news that changed it has been told to all
        ada.PeopleChanged += _ => told.Enqueue($"people {ada.Picture.People.Length}");
        ada.PutBack += _ => told.Enqueue($"put back to {ada.Picture.Own.TileX}");
        ada.RoomsChanged += _ => told.Enqueue($"rooms {ada.Rooms.Count}");
        await house.TellAsync(async client =>
        {
            await client.PeopleChanged(new() { Entered = [Person(Cem, "Cem")] });
            await client.PutBack(new() { X = 96, Y = 32 });
            await client.RoomsChanged(new() { Rooms = [Entered(1, 1).Room] });
        });
        await ada.WaitUntilAsync(_ => told.Count == 3, "the rooms are told", cancellation: Cancellation);
        Assert.Equal(["people 3", "put back to 3", "rooms 1"], told.ToArray());
    }

    [Fact]
    public async Task DisposedConnectionIsClosedAndCallsEndAtOnce()
    {
        var ada = await ConnectAsync();
        await ada.DisposeAsync();
        Assert.Equal(ConnectionStatus.Closed, ada.State.Status);
        Assert.Equal(ErrorCode.Unavailable, (await ada.EnterAsync("foyer", Cancellation)).Error);
    }
}
