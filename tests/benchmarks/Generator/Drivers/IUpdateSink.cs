namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>Where a driver reports what its client saw.</summary>
interface IUpdateSink
{
    /// <param name="receiver">Whose client it was.</param>
    /// <param name="walker">Who is at the place; the id that its client joined with.</param>
    /// <param name="x">As sent.</param>
    /// <param name="y">As sent.</param>
    /// <param name="direction">As sent.</param>
    /// <param name="now">Stopwatch time at which the bytes were read from the socket.</param>
    void OnUpdate(int receiver, int walker, int x, int y, int direction, long now);
}
