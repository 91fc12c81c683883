namespace Klapphaus.Contracts;

/// <summary>A stand names a solution for the challenge that was asked for.</summary>
public sealed record SolutionReasonView
{
    /// <summary>What the solution is called.</summary>
    public required string Solution { get; init; }
    /// <summary>The challenge that it is for.</summary>
    public required string Challenge { get; init; }
}
