namespace Klapphaus.Client;

/// <summary>How a walk ended.</summary>
public enum WalkOutcome
{
    /// <summary>The avatar stands where it wanted to.</summary>
    Arrived,
    /// <summary>It was stopped, or set out for somewhere else.</summary>
    Stopped,
    /// <summary>The server did not grant a step; the avatar stands where the server says.</summary>
    PutBack,
    /// <summary>No way leads there.</summary>
    NoWay,
    /// <summary>The room was left or the connection lost.</summary>
    Interrupted,
}
