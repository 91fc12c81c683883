namespace Klapphaus.Grains.Tests;

/// <summary>A clock that a test puts forward; what waits for a time goes by the real one.</summary>
sealed class LaterTime : TimeProvider
{
    TimeSpan later;

    public void PutForward(TimeSpan time) => later += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
}
