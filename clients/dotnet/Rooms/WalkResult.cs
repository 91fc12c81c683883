namespace Klapphaus.Client;

/// <summary>How a walk ended, and where.</summary>
public readonly record struct WalkResult(WalkOutcome Outcome, Position Position)
{
    public bool Arrived => Outcome == WalkOutcome.Arrived;
}
