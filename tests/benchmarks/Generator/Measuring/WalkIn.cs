using System.Diagnostics;
using Klapphaus.Benchmarks.Generator.Drivers;

namespace Klapphaus.Benchmarks.Generator.Measuring;

/// <summary>
/// Brings clients to their starts whom the server has put elsewhere: all at once, each straight ahead at the pace of the house, and speaking every 500 ms as
/// walkers do. Where clients choose their place nothing happens.
/// </summary>
static class WalkIn
{
    const double Interval = 0.5;

    public static void Run(Crowd crowd, Func<int, (int X, int Y)> startOf)
    {
        Way[] ways =
        [
            .. Enumerable.Range(0, crowd.Count).Where(id => crowd[id].Arrival is not null)
                .Select(id => new Way(crowd[id], startOf(id), leaves: id * Interval / crowd.Count)), // words spread evenly
        ];
        var begin = Stopwatch.GetTimestamp();
        for (long tenth = 0; ways.Any(way => !way.Done); tenth++)
        {
            var now = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            foreach (var way in ways) way.Speak(now);
            crowd.KeepAlive(tenth);
            Clock.SleepUntil(begin + (tenth + 1) * Stopwatch.Frequency / 10);
        }
    }

    sealed class Way
    {
        readonly PeerClient client;
        readonly (int X, int Y) from;
        readonly (int X, int Y) to;
        readonly double leaves;
        readonly double takes;
        readonly int direction;
        double next;

        public Way(PeerClient client, (int X, int Y) to, double leaves)
        {
            (this.client, from, this.to, this.leaves, next) = (client, client.Arrival!.Value, to, leaves, leaves);
            double x = to.X - from.X, y = to.Y - from.Y;
            takes = Math.Sqrt(x * x + y * y) / Arena.Speed;
            direction = Arena.DirectionOf(Math.Atan2(y, x));
        }

        public bool Done { get; private set; }

        public void Speak(double now)
        {
            if (Done || now < next) return;
            var share = takes == 0 ? 1 : (now - leaves) / takes;
            if (share >= 1)
            {
                client.SendMove(to.X, to.Y, Arena.Standing);
                Done = true;
                return;
            }
            client.SendMove((int)(from.X + (to.X - from.X) * share), (int)(from.Y + (to.Y - from.Y) * share), direction);
            next = Math.Min(now + Interval, leaves + takes);
        }
    }
}
