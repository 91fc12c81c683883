using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Desktop.Members;

namespace Klapphaus.Desktop.Reach;

/// <summary>
/// Holds the one connection by which a member can be reached, from the sign-in to the sign-out: through lost lines, restarts of the house and sleep of the machine.
/// It stands in no room, and takes the place of no other connection.
/// </summary>
sealed class HouseWatch(TimeProvider time) : IAsyncDisposable
{
    /// <summary>A lost line is looked after more eagerly than a house that cannot be found: it was there a moment ago.</summary>
    static readonly TimeSpan longestPauseAgain = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim turn = new(1, 1);
    CancellationTokenSource ended = new();
    Task life = Task.CompletedTask;

    /// <summary>A new connection: whoever wants its news listens now.</summary>
    public event Action<HouseConnection>? Came;

    /// <summary>The house can be asked from now on, the first time or again.</summary>
    public event Action<HouseConnection>? Connected;

    public event Action? Lost;

    /// <summary>The house does not take this sign-in, or this program, any more, or not at the moment (a ban, told once).</summary>
    public event Action<ErrorCode>? Refused;

    /// <summary>Null while there is none.</summary>
    public HouseConnection? Connection { get; private set; }

    /// <summary>Why the house cannot be reached; <see cref="ErrorCode.None"/> when it can, or nobody has tried.</summary>
    public ErrorCode Trouble { get; private set; }

    public bool IsConnected => Connection?.State.Status == ConnectionStatus.Connected;

    /// <summary>Begins with a sign-in, in place of one from before.</summary>
    public async Task BeginAsync(Credential credential)
    {
        await turn.WaitAsync();
        try
        {
            await StopAsync();
            life = LiveAsync(credential, ended.Token);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task EndAsync()
    {
        await turn.WaitAsync();
        try
        {
            await StopAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        turn.Dispose();
        ended.Dispose();
    }

    async Task StopAsync()
    {
        await ended.CancelAsync();
        await life;
        ended.Dispose();
        ended = new();
        (Connection, Trouble) = (null, ErrorCode.None);
    }

    async Task LiveAsync(Credential credential, CancellationToken over)
    {
        // off the caller's stack: connecting may end at once
        await Task.Yield();
        try
        {
            for (var plan = new ReturnPlan(); ;)
            {
                var (error, wasThere, isSentAway) = await TryAsync(credential, over);
                Trouble = error;
                var next = plan.After(error, wasThere, isSentAway);
                if (next.IsTold) Refused?.Invoke(error);
                if (next.Pause is not { } pause) return;
                await Task.Delay(pause, time, over);
            }
        }
        catch (Exception) when (over.IsCancellationRequested)
        {
            // signed out, or the program ends; whatever it was interrupted in: a transport that is about to start says so by exceptions of its own
        }
    }

    async Task<(ErrorCode Error, bool WasThere, bool IsSentAway)> TryAsync(Credential credential, CancellationToken over)
    {
        try
        {
            return await StayAsync(credential, over);
        }
        catch (Exception fault) when (!over.IsCancellationRequested && fault is not OutOfMemoryException)
        {
            // whatever the transport or a listener has against it: who can be reached is to be so again
            return (ErrorCode.Unavailable, false, false);
        }
    }

    /// <summary>Connects and stays until the connection has come to its end; gives why, whether there was one at all, and whether another has taken its place.</summary>
    async Task<(ErrorCode Error, bool WasThere, bool IsSentAway)> StayAsync(Credential credential, CancellationToken over)
    {
        HouseConnection connection;
        try
        {
            connection = await HouseConnection.ConnectAsync(Options(credential), Came, over);
        }
        catch (HouseRefusedException refusal)
        {
            Lost?.Invoke(); // what it may have been told already holds no more
            return (refusal.Code, false, false);
        }
        await using (connection)
        {
            TaskCompletionSource<ConnectionState> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
            connection.Changed += state => Follow(connection, state, end);
            (Connection, Trouble) = (connection, ErrorCode.None);
            try
            {
                if (connection.State is { IsFinal: true } already) end.TrySetResult(already);
                else if (connection.State.Status == ConnectionStatus.Connected) Connected?.Invoke(connection);
                var state = await end.Task.WaitAsync(over);
                return (Why(state), true, state.Code == DisconnectCode.TakenOver);
            }
            finally
            {
                Connection = null;
                Lost?.Invoke();
            }
        }
    }

    void Follow(HouseConnection connection, ConnectionState state, TaskCompletionSource<ConnectionState> end)
    {
        if (state.IsFinal) end.TrySetResult(state);
        else if (state.Status == ConnectionStatus.Connected) Connected?.Invoke(connection);
        else Lost?.Invoke();
    }

    HouseClientOptions Options(Credential credential) => new()
    {
        Address = credential.House,
        Token = credential.Token.Reveal(),
        Background = true,
        Client = "Klapphaus Desktop 1",
        LongestPause = longestPauseAgain,
        TimeProvider = time,
    };

    static ErrorCode Why(ConnectionState state) => state switch
    {
        { Code: DisconnectCode.SessionEnded } => ErrorCode.SessionEnded,
        { Code: DisconnectCode.Banned } => ErrorCode.Banned,
        { Error: not ErrorCode.None } => state.Error,
        _ => ErrorCode.Unavailable,
    };
}
