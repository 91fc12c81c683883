using Klapphaus.Benchmarks.Generator.Measuring;

namespace Klapphaus.Benchmarks.Generator.Stroll;

/// <summary>The last update of one walker, in 64 bits so that it is read and written whole: 32 bits time in 10 microseconds, 8 direction, 12 x, 12 y.</summary>
readonly record struct Heard(double Seconds, int X, int Y, int Direction)
{
    const double UnitsPerSecond = 100_000;

    /// <param name="time">Stopwatch ticks since an origin less than eleven hours ago, and not at it.</param>
    /// <param name="x">0 to 4095.</param>
    /// <param name="y">0 to 4095.</param>
    /// <param name="direction">0 to 255.</param>
    public static long Pack(long time, int x, int y, int direction) =>
        (long)(Clock.Seconds(time) * UnitsPerSecond) << 32 | (long)direction << 24 | (long)x << 12 | (long)y;

    public static Heard Unpack(long packed) =>
        new((packed >>> 32) / UnitsPerSecond, (int)(packed >> 12) & 0xFFF, (int)packed & 0xFFF, (int)(packed >> 24) & 0xFF);
}
