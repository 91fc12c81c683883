namespace Klapphaus.Client;

/// <summary>Counts what <see cref="HouseTraffic"/> reports.</summary>
sealed class TrafficCount
{
    long movesSent, movesSeen, moveBytes, putBacks, callsFailed, reconnects, longestAbsence;

    public HouseTraffic Now => new(
        Interlocked.Read(ref movesSent), Interlocked.Read(ref movesSeen), Interlocked.Read(ref moveBytes), Interlocked.Read(ref putBacks),
        Interlocked.Read(ref callsFailed), Interlocked.Read(ref reconnects), new(Interlocked.Read(ref longestAbsence)));

    public void MoveSent() => Interlocked.Increment(ref movesSent);
    public void PutBack() => Interlocked.Increment(ref putBacks);
    public void CallFailed() => Interlocked.Increment(ref callsFailed);

    public void MoveSeen(int bytes)
    {
        Interlocked.Increment(ref movesSeen);
        Interlocked.Add(ref moveBytes, bytes);
    }

    // Only the lifeline speaks of reconnects, one after the other.
    public void Reconnected(TimeSpan absence)
    {
        Interlocked.Increment(ref reconnects);
        Interlocked.Exchange(ref longestAbsence, Math.Max(Interlocked.Read(ref longestAbsence), absence.Ticks));
    }
}
