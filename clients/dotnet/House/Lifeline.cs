using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klapphaus.Client;

/// <summary>Keeps one link to the house alive: says Hello, goes back into the room, and starts again when the link is lost.</summary>
sealed class Lifeline(HouseClientOptions options, RoomPicture picture, IHouseNews news, TrafficCount traffic) : IAsyncDisposable
{
    readonly CancellationTokenSource disposed = new();
    int ended;
    readonly Lock gate = new();
    readonly BackOff backOff = new(options.ShortestPause, options.LongestPause, Random.Shared);
    readonly ILogger log = options.LoggerFactory?.CreateLogger<HouseConnection>() ?? (ILogger)NullLogger.Instance;
    TaskCompletionSource<HouseLink> ready = NewReady();
    ConnectionState state = new(ConnectionStatus.Connecting);
    Task life = Task.CompletedTask;

    public event Action<ConnectionState>? Changed;
    public event Action<HelloResult>? Welcomed;

    /// <summary>After a reconnect: the room one was in does not take one back, and why.</summary>
    public event Action<ErrorCode>? RoomLost;

    public string Token { get; private set; } = "";

    public ConnectionState State { get { lock (gate) return state; } }

    /// <summary>The link, as soon as there is one.</summary>
    public Task<HouseLink> ReadyAsync(CancellationToken cancellation)
    {
        lock (gate)
            return ready.Task.WaitAsync(cancellation);
    }

    /// <summary>The link, if there is one now.</summary>
    public HouseLink? Current { get { lock (gate) return ready.Task.IsCompletedSuccessfully ? ready.Task.Result : null; } }

    /// <summary>The first connection; it fails at once where later ones go on trying.</summary>
    public async Task ConnectAsync(CancellationToken cancellation)
    {
        Token = options.Token ?? await LimitAsync(async limit => (await SessionDoor.OpenAsync(options, limit)).Token!, cancellation);
        var link = await LimitAsync(AttemptAsync, cancellation);
        Enter(new(ConnectionStatus.Connected), link);
        life = LiveAsync(link);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref ended, 1) != 0)
            return;
        await disposed.CancelAsync();
        await life;
        Enter(new(ConnectionStatus.Closed));
        disposed.Dispose();
    }

    async Task LiveAsync(HouseLink link)
    {
        try
        {
            while (true)
            {
                var since = options.TimeProvider.GetTimestamp();
                await link.Lost.WaitAsync(disposed.Token);
                var told = link.SentAway;
                if (told is { ComeBack: false })
                {
                    Enter(new(ConnectionStatus.SentAway, (DisconnectCode)told.Code));
                    return;
                }
                // A server that greets and drops its clients is not worth a quick try each time.
                if (options.TimeProvider.GetElapsedTime(since) > options.LongestPause)
                    backOff.Reset();
                Enter(new(ConnectionStatus.Reconnecting, told is null ? null : (DisconnectCode)told.Code));
                if (told is { Code: (int)DisconnectCode.RoomClosed })
                    picture.Clear();
                await link.DisposeAsync();
                var lostAt = options.TimeProvider.GetTimestamp();
                if (told is { Code: (int)DisconnectCode.Flooding })
                    await PauseAsync(backOff.Longest());
                link = await ReconnectAsync();
                traffic.Reconnected(options.TimeProvider.GetElapsedTime(lostAt));
                Enter(new(ConnectionStatus.Connected), link);
            }
        }
        catch (Exception) when (disposed.IsCancellationRequested)
        {
            // Whatever it was interrupted in. The last link is disposed below; nobody waits for more.
        }
        catch (HouseRefusedException refusal)
        {
            Enter(new(ConnectionStatus.Closed, Error: refusal.Code));
        }
        finally
        {
            await link.DisposeAsync();
        }
    }

    async Task<HouseLink> ReconnectAsync()
    {
        while (true)
        {
            await PauseAsync(backOff.Next());
            try
            {
                return await LimitAsync(AttemptAsync, disposed.Token);
            }
            catch (Exception failure) when (!disposed.IsCancellationRequested && !IsFinal(failure))
            {
                LifelineLog.AttemptFailed(log, options.Address, failure.Message);
            }
        }
    }

    async Task<HouseLink> AttemptAsync(CancellationToken limit)
    {
        var link = new HouseLink(options, Token, news);
        try
        {
            await link.StartAsync(limit);
            var hello = await link.InvokeAsync<HelloResult>(
                nameof(IHouseHub.Hello), [new HelloRequest { Protocol = Protocol.Version, Client = options.Client, Background = options.Background }], limit);
            if (hello.Error != 0)
                throw new HouseRefusedException((ErrorCode)hello.Error, "Hello was refused.");
            Welcomed?.Invoke(hello);
            await GoBackAsync(link, limit);
            return link;
        }
        catch
        {
            await link.DisposeAsync();
            throw;
        }
    }

    async Task GoBackAsync(HouseLink link, CancellationToken limit)
    {
        if (picture.Room is not { } room)
            return;
        var stood = picture.Own;
        var arrivals = picture.Arrivals;
        var result = await link.InvokeAsync<EnterResult>(
            nameof(IHouseHub.Enter), [new EnterRequest { Room = room.Id, StoodAt = [stood.X, stood.Y] }], limit);
        switch ((ErrorCode)result.Error)
        {
            case ErrorCode.None:
                await PictureWait.UntilAsync(picture, () => picture.Arrivals > arrivals, options.TimeProvider, limit);
                break;
            case ErrorCode.RoomUnknown or ErrorCode.RoomFull or ErrorCode.RoomBanned or ErrorCode.RoomNotAllowed or ErrorCode.RoomShut or ErrorCode.RoomWaiting:
                picture.Clear();
                RoomLost?.Invoke((ErrorCode)result.Error);
                break;
            default:
                throw new HouseRefusedException((ErrorCode)result.Error, $"The way back into {room.Id} was refused.");
        }
    }

    /// <summary>Runs a step of connecting within the time for a call; whatever fails in the net becomes <see cref="ErrorCode.Unavailable"/>.</summary>
    async Task<T> LimitAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(options.CallTimeout, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await step(both.Token);
        }
        catch (HubException fault)
        {
            throw new HouseRefusedException(ErrorCode.Unavailable, fault.Message, fault);
        }
        catch (Exception failure) when (NetFailure.Is(failure) && !cancellation.IsCancellationRequested)
        {
            throw new HouseRefusedException(ErrorCode.Unavailable, failure.Message, failure);
        }
    }

    Task PauseAsync(TimeSpan pause) => Task.Delay(pause, options.TimeProvider, disposed.Token);

    void Enter(ConnectionState next, HouseLink? link = null)
    {
        lock (gate)
        {
            if (state.IsFinal)
                return;
            state = next;
            if (link is not null)
                ready.TrySetResult(link);
            else if (ready.Task.IsCompleted)
                ready = NewReady();
            if (next.IsFinal)
                ready.TrySetCanceled();
        }
        Changed?.Invoke(next);
    }

    static bool IsFinal(Exception failure) => failure is HouseRefusedException { Code: ErrorCode.ProtocolTooOld or ErrorCode.SignInNeeded or ErrorCode.SessionEnded or ErrorCode.Banned };

    static TaskCompletionSource<HouseLink> NewReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
