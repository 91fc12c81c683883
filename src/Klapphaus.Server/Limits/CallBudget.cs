namespace Klapphaus.Server.Limits;

/// <summary>
/// How much one connection may ask. A bucket each for steps, for what is typed, for what browsers say to each other, and for all other calls. What is over is not done; who is far over for seconds is flooding.
/// Belongs to the connection's own calls, which come one by one.
/// </summary>
sealed class CallBudget(TimeProvider time)
{
    Bucket steps = new(perSecond: 30, burst: 60);
    Bucket calls = new(perSecond: 10, burst: 30);
    Bucket typing = new(perSecond: 10, burst: 20);

    // a browser names a dozen ways to each of three others at once
    Bucket signals = new(perSecond: 30, burst: 200);
    Bucket refusals = new(perSecond: 50, burst: 500);

    /// <summary>True once this connection has been refused so often that nobody can mean it.</summary>
    public bool Flooding { get; private set; }

    public bool TryStep() => Try(ref steps);

    public bool TryCall() => Try(ref calls);

    public bool TryType() => Try(ref typing);

    public bool TrySignal() => Try(ref signals);

    bool Try(ref Bucket bucket)
    {
        var now = time.GetTimestamp();
        if (bucket.TryTake(now, time.TimestampFrequency)) return true;
        if (!refusals.TryTake(now, time.TimestampFrequency)) Flooding = true;
        return false;
    }

    struct Bucket(double perSecond, double burst)
    {
        double spent;
        long since;

        public bool TryTake(long now, long frequency)
        {
            if (since == 0) since = now;
            spent = Math.Max(0, spent - (now - since) * perSecond / frequency);
            since = now;
            if (spent + 1 > burst) return false;
            spent++;
            return true;
        }
    }
}
