using System.IO.Pipes;
using System.Net.Sockets;

namespace Klapphaus.Desktop.Start;

/// <summary>
/// One instance for each user. A file that the instance holds open says that there is one: it is free again in the moment in which the instance ends, however it
/// ends. A second start hands over what it wants by a pipe that only the same user can open.
/// </summary>
sealed class SingleInstance : IAsyncDisposable
{
    /// <summary>More starts at the same moment wait for each other.</summary>
    const int MostAtOnce = 8;

    /// <summary>Whoever opens the pipe says at once what they want.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(5);

    /// <summary>So long each name is tried at a time; a socket that an instance has left behind when it was killed says nothing.</summary>
    static readonly TimeSpan glance = TimeSpan.FromSeconds(1);

    /// <summary>Whoever has just begun listens in a moment; on a machine that stood still that moment is long.</summary>
    static readonly TimeSpan beginPatience = TimeSpan.FromSeconds(30);

    /// <summary>Between one round through the names and the next, where none of them takes any time.</summary>
    static readonly TimeSpan breath = TimeSpan.FromMilliseconds(100);

    /// <summary>A browser has to come up, and on a slow machine that takes its time.</summary>
    static readonly TimeSpan answerPatience = TimeSpan.FromSeconds(60);

    readonly Places places;
    readonly FileStream held;
    readonly TimeProvider time;
    readonly CancellationTokenSource ended = new();
    Task listening = Task.CompletedTask;

    SingleInstance(Places places, FileStream held, TimeProvider time) => (this.places, this.held, this.time) = (places, held, time);

    /// <summary>Becomes the one instance; null when there is one.</summary>
    public static SingleInstance? TryTake(Places places, TimeProvider time)
    {
        OwnerOnly.MakeFolder(places.Data);
        try
        {
            return new(places, new(places.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), time);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Hands an order over to the instance that runs; null when none answers.</summary>
    /// <param name="places">Of the user.</param>
    /// <param name="order">What is wanted.</param>
    /// <param name="isThere">There is one, and be it about to begin: it is waited for.</param>
    /// <param name="time">To give up by.</param>
    /// <param name="cancellation">To give up earlier.</param>
    public static async Task<OrderAnswer?> HandOverAsync(Places places, Order order, bool isThere, TimeProvider time, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            foreach (var name in places.Pipes)
            {
                // of several only those that are there; whoever is about to begin may come under each that is possible
                if (!OperatingSystem.IsWindows() && !File.Exists(name) && !(isThere && Directory.Exists(Path.GetDirectoryName(name)))) continue;
                // an order is handed over once, whether it is answered or not
                if (await AskAsync(name, order, time, cancellation) is (true, var answer)) return answer;
            }
            if (!isThere || time.GetElapsedTime(began) > beginPatience) return null;
            await Task.Delay(breath, time, cancellation);
        }
    }

    /// <summary>Whether somebody was there, and what they have answered, if they did.</summary>
    static async Task<(bool IsReached, OrderAnswer? Answer)> AskAsync(string name, Order order, TimeProvider time, CancellationToken cancellation)
    {
        var isReached = false;
        using var late = new CancellationTokenSource(answerPatience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            await using (pipe)
            {
                await pipe.ConnectAsync(glance, both.Token);
                isReached = true;
                await OrderLine.WriteAsync(pipe, order, both.Token);
                return (isReached, await OrderLine.ReadAsync<OrderAnswer>(pipe, both.Token));
            }
        }
        catch (Exception failure) when (failure is TimeoutException or IOException or UnauthorizedAccessException or SocketException or OperationCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return (isReached, null);
        }
    }

    /// <summary>Takes orders from now on.</summary>
    public void Listen(Func<Order, Task<OrderAnswer>> obey) =>
        // each of them listens, answers and listens again: so many can be answered at once, and one that hangs holds up no other
        listening = Task.WhenAll(Enumerable.Range(0, MostAtOnce).Select(_ => ListenAsync(obey, ended.Token)));

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await listening;
        ended.Dispose();
        await held.DisposeAsync();
    }

    async Task ListenAsync(Func<Order, Task<OrderAnswer>> obey, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            if (Open() is not { } pipe)
            {
                await PauseAsync(over);
                continue;
            }
            await using (pipe)
                await ServeAsync(pipe, obey, over);
        }
    }

    /// <summary>An end of the pipe, under the first name that this user may have; null when there is none at the moment.</summary>
    NamedPipeServerStream? Open()
    {
        foreach (var name in places.Pipes)
        {
            try
            {
                return new(name, PipeDirection.InOut, MostAtOnce, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SocketException)
            {
                // another user's folder, or none: the next name
            }
        }
        return null;
    }

    async Task PauseAsync(CancellationToken over)
    {
        try
        {
            await Task.Delay(patience, time, over);
        }
        catch (OperationCanceledException)
        {
            // the program ends
        }
    }

    async Task ServeAsync(NamedPipeServerStream pipe, Func<Order, Task<OrderAnswer>> obey, CancellationToken over)
    {
        try
        {
            await pipe.WaitForConnectionAsync(over);
            using var late = new CancellationTokenSource(patience, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, over);
            if (await OrderLine.ReadAsync<Order>(pipe, both.Token) is not { Version: Order.CurrentVersion } order) return;
            // not with the token that ends everything: the answer to "quit" has to get out, too
            await OrderLine.WriteAsync(pipe, await obey(order), CancellationToken.None);
            if (OperatingSystem.IsWindows()) pipe.WaitForPipeDrain(); // which throws away what was not read when the pipe is closed
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException or UnauthorizedAccessException or SocketException)
        {
            // hung up, said nothing, or is another user
        }
    }
}
