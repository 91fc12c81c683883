namespace Klapphaus.Client;

/// <summary>One walk from its first step to whatever ends it. The first reason to end it is the one that is reported.</summary>
sealed class Walk : IDisposable
{
    readonly CancellationTokenSource ended = new();
    readonly Lock gate = new();
    WalkOutcome? outcome;

    public CancellationToken Ended => ended.Token;
    public WalkOutcome Outcome { get { lock (gate) return outcome ?? WalkOutcome.Arrived; } }
    public Leg? Leg { get; set; }

    public void End(WalkOutcome why)
    {
        lock (gate)
        {
            if (outcome is not null)
                return;
            outcome = why;
        }
        ended.Cancel();
    }

    public void Dispose() => ended.Dispose();
}
