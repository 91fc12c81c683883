namespace Klapphaus.Server.Start;

/// <summary>Whether this process takes new people in.</summary>
sealed class Readiness
{
    volatile bool draining;

    /// <summary>It is about to stop: nobody new is sent here, and those who are here go elsewhere soon.</summary>
    public bool IsDraining => draining;

    public void Drain() => draining = true;
}
