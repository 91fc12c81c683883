using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Client;

/// <summary>
/// A member's connection to the house: enters rooms, walks, and sees. It reconnects by itself until it is disposed or sent away.
/// Every call ends within <see cref="HouseClientOptions.CallTimeout"/> with an <see cref="ErrorCode"/>.
/// </summary>
public sealed partial class HouseConnection : IAsyncDisposable
{
    readonly HouseClientOptions options;
    readonly TrafficCount traffic = new();
    readonly Lifeline lifeline;
    HelloResult hello = null!;

    HouseConnection(HouseClientOptions options)
    {
        this.options = options;
        Picture = new(options.TimeProvider);
        Walker = new(Picture, (x, y, heading) => SendMoveAsync(x, y, heading), options.TimeProvider);
        lifeline = new(options, Picture, this, traffic);
        lifeline.Welcomed += welcome => hello = welcome;
        lifeline.Changed += OnChanged;
        lifeline.RoomLost += error => RoomLost?.Invoke(error);
    }

    /// <summary>The connection's state has changed.</summary>
    public event Action<ConnectionState>? Changed;

    public ConnectionState State => lifeline.State;

    /// <summary>The room as this member sees it; one object for the whole life of the connection.</summary>
    public RoomPicture Picture { get; }

    public Walker Walker { get; }

    /// <summary>Who one is in this house.</summary>
    public MemberView Me => hello.Me!;

    /// <summary>The rooms of the house, as last told.</summary>
    public IReadOnlyList<RoomSummary> Rooms => hello.Rooms;

    /// <summary>The room in which one arrives, by its id.</summary>
    public string StartRoom => hello.Start;

    /// <summary>The room that one's avatar still stood in at the last Hello, or null.</summary>
    public string? StillIn => hello.Room;

    /// <summary>To come back as the same member with another connection.</summary>
    public string Token => lifeline.Token;

    /// <summary>The room in which the house still had one's avatar when this connection came, or null.</summary>
    public string? RoomOnArrival => hello.Room;

    public HouseTraffic Traffic => traffic.Now;

    /// <summary>Signs in, connects, and says Hello.</summary>
    /// <param name="options">To where, and as whom.</param>
    /// <param name="listen">Subscribes to the news of the connection before any can come; whoever does that afterwards may miss what is told at once.</param>
    /// <param name="cancellation">To give up.</param>
    /// <exception cref="HouseRefusedException">The house refused, or did not answer.</exception>
    public static async Task<HouseConnection> ConnectAsync(
        HouseClientOptions options, Action<HouseConnection>? listen = null, CancellationToken cancellation = default)
    {
        var connection = new HouseConnection(options);
        listen?.Invoke(connection);
        try
        {
            await connection.lifeline.ConnectAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same for whoever takes a refusal as a value.</summary>
    public static async Task<Reply<HouseConnection>> TryConnectAsync(HouseClientOptions options, CancellationToken cancellation = default)
    {
        try
        {
            return new(ErrorCode.None, await ConnectAsync(options, cancellation: cancellation));
        }
        catch (HouseRefusedException refusal)
        {
            return new(refusal.Code, Fault: refusal.Message);
        }
    }

    /// <summary>Enters a room by its id. Granted means that the picture shows it already.</summary>
    public Task<Reply<EnterResult>> EnterAsync(string room, CancellationToken cancellation = default) =>
        EnterAsync(new EnterRequest { Room = room }, cancellation);

    /// <summary>The same; whoever is on duty for that stand arrives at it.</summary>
    public Task<Reply<EnterResult>> EnterAsync(string room, string? stand, CancellationToken cancellation = default) =>
        EnterAsync(new EnterRequest { Room = room, Stand = stand }, cancellation);

    /// <summary>Goes through a door at which the avatar stands.</summary>
    public Task<Reply<EnterResult>> EnterThroughAsync(string door, CancellationToken cancellation = default) =>
        EnterAsync(new EnterRequest { Through = door }, cancellation);

    public async Task<Reply<EnterResult>> EnterAsync(EnterRequest request, CancellationToken cancellation = default)
    {
        // A step on its way while the room changes would be taken for one in the new room.
        if (Walker.IsWalking)
            await Walker.StopAsync();
        using var limit = new CancellationTokenSource(options.CallTimeout, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        var arrivals = Picture.Arrivals;
        var reply = Lift(await CallAsync<EnterResult>(nameof(IHouseHub.Enter), [request], both.Token, cancellation), result => result.Error);
        if (!reply.Granted)
            return reply;
        try
        {
            // The answer and the news of the room come by two ways inside this client; either may be first.
            await PictureWait.UntilAsync(Picture, () => Picture.Arrivals > arrivals, options.TimeProvider, both.Token);
            return reply;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return reply with { Error = ErrorCode.Unavailable };
        }
    }

    /// <summary>Leaves the room and stays in the house.</summary>
    public async Task<ErrorCode> LeaveAsync(CancellationToken cancellation = default)
    {
        Walker.End(WalkOutcome.Interrupted);
        var error = (await InvokeRawAsync<object>(nameof(IHouseHub.Leave), [], cancellation)).Error;
        if (error == ErrorCode.None)
            Picture.Clear();
        return error;
    }

    /// <summary>Queues for a place in a full room; <see cref="PlaceFree"/> follows.</summary>
    public async Task<Reply<WaitResult>> WaitAsync(string room, CancellationToken cancellation = default) =>
        Lift(await InvokeRawAsync<WaitResult>(nameof(IHouseHub.Wait), [new WaitRequest { Room = room }], cancellation), result => result.Error);

    public async Task<ErrorCode> StopWaitingAsync(CancellationToken cancellation = default) =>
        (await InvokeRawAsync<object>(nameof(IHouseHub.StopWaiting), [], cancellation)).Error;

    /// <summary>
    /// Sends a step as it is, checked by nobody on this side. While there is no connection it is not kept: a late step is a wrong one.
    /// </summary>
    public async Task<ErrorCode> SendMoveAsync(int x, int y, int heading, CancellationToken cancellation = default)
    {
        if (lifeline.Current is not { } link)
            return ErrorCode.Unavailable;
        using var limit = new CancellationTokenSource(options.CallTimeout, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            // Noted first: a put-back may be here before the sending is done.
            Picture.SayOwn(x, y, heading);
            await link.SendAsync(nameof(IHouseHub.Move), [x, y, heading], both.Token);
            traffic.MoveSent();
            return ErrorCode.None;
        }
        catch (Exception failure) when (NetFailure.Is(failure) && !cancellation.IsCancellationRequested)
        {
            return ErrorCode.Unavailable;
        }
    }

    /// <summary>Calls any method of the hub with any arguments.</summary>
    public async Task<Reply<T>> InvokeRawAsync<T>(string method, object?[] arguments, CancellationToken cancellation = default)
    {
        using var limit = new CancellationTokenSource(options.CallTimeout, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        return await CallAsync<T>(method, arguments, both.Token, cancellation);
    }

    public ValueTask DisposeAsync()
    {
        Walker.Freeze();
        return lifeline.DisposeAsync();
    }

    async Task<Reply<T>> CallAsync<T>(string method, object?[] arguments, CancellationToken limit, CancellationToken cancellation)
    {
        HouseLink? link = null;
        try
        {
            link = await lifeline.ReadyAsync(limit);
            return new(ErrorCode.None, await link.InvokeAsync<T>(method, arguments, limit));
        }
        catch (HubException fault) when (link is { IsLost: false })
        {
            traffic.CallFailed();
            return new(ErrorCode.Unexpected, Fault: fault.Message);
        }
        catch (Exception failure) when ((failure is HubException || NetFailure.Is(failure)) && !cancellation.IsCancellationRequested)
        {
            traffic.CallFailed();
            return new(ErrorCode.Unavailable, Fault: failure.Message);
        }
    }

    static Reply<T> Lift<T>(Reply<T> reply, Func<T, int> error) =>
        reply is { Granted: true, Value: { } value } ? reply with { Error = (ErrorCode)error(value) } : reply;
}
