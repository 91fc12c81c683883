using System.Diagnostics;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>
/// One client. A driver is one subclass: it joins, sends moves, and reports every position that arrives. In plaza the positions must arrive as they were sent:
/// they are the key by which an update is matched with its step.
/// </summary>
abstract class PeerClient(int id, int port, IUpdateSink sink)
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);
    static readonly TimeSpan glance = TimeSpan.FromMilliseconds(5);

    public int Id => id;

    public WsConnection Ws { get; } = new();

    /// <summary>Messages that could not be read; more than none is a fault of the driver.</summary>
    public long BadMessages { get; protected set; }

    /// <summary>
    /// Workload stroll: the server's own clients tell how they walk (start, turn, stop, every 500 ms) and not ten times a second where they are.
    /// </summary>
    public virtual bool MotionAware => false;

    /// <summary>Where the server put the client, if that is the server's decision: it walks from there to its start before anything is measured.</summary>
    public virtual (int X, int Y)? Arrival => null;

    /// <summary>How often the server undid a step.</summary>
    public long Refused { get; protected set; }

    /// <summary>How often the client fell into conversation with others; for the house alone.</summary>
    public virtual int Talks => 0;

    protected int Port => port;

    protected IUpdateSink Sink => sink;

    /// <summary>Connects and joins, at this place if the client may choose; completes when the server has accepted it.</summary>
    public abstract Task ConnectAsync(int x, int y);

    /// <summary>Writes one move; one that would block is lost.</summary>
    public abstract void SendMove(int x, int y, int direction);

    /// <summary>Called every ten seconds; for protocols whose clients must be heard of.</summary>
    public virtual void KeepAlive()
    {
    }

    /// <summary>For the few steps of joining: waits until something has arrived.</summary>
    protected async Task UntilAsync(Func<bool> arrived, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!arrived())
        {
            if (Ws.Closed) throw new IOException($"Client {id} waited for {what}; the server closed the connection.");
            if (Stopwatch.GetElapsedTime(start) > patience) throw new TimeoutException($"Client {id} waited for {what}; nothing came.");
            await Task.Delay(glance);
        }
    }
}
