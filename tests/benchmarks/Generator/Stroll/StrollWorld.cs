namespace Klapphaus.Benchmarks.Generator.Stroll;

/// <summary>
/// How people walk in an exhibition: everybody stands (6 s on average) and walks (4 s) by turns; a walk is a row of straight legs (1.5 s on average, at most 4)
/// with a turn of up to 90 degrees either way between them, reflected at walls. All ways and all that the clients will send are made in advance, so the truth
/// is a function of time.
/// </summary>
sealed class StrollWorld
{
    const double MeanStanding = 6;
    const double MeanWalking = 4;
    const double MeanLeg = 1.5;
    const double LongestLeg = 4;
    const double LongRunShareOfWalking = MeanWalking / (MeanStanding + MeanWalking);
    const double Edge = Arena.Side - 1;

    /// <summary>Between two moves on a straight way: for who tells how it walks, and for who tells where it is.</summary>
    const double MotionInterval = 0.5;
    const double PositionInterval = 0.1;

    readonly List<Leg>[] legs;
    readonly int[] at; // the leg of the last look
    readonly bool motionAware;
    readonly List<Move> moves = [];

    public StrollWorld(int walkers, int seed, double duration, bool motionAware)
    {
        this.motionAware = motionAware;
        at = new int[walkers];
        legs = [.. Enumerable.Range(0, walkers).Select(id => WayOf(id, new Random(unchecked(seed * 7_000_003 + id)), duration))];
        Moves = [.. moves.OrderBy(move => move.Time)];
    }

    readonly record struct Leg(double Time, double X, double Y, double SpeedX, double SpeedY);

    /// <summary>What a client sends, and when: seconds after the beginning.</summary>
    public readonly record struct Move(double Time, int Id, int X, int Y, int Direction);

    /// <summary>In the order of their time.</summary>
    public Move[] Moves { get; }

    public (int X, int Y) StartOf(int id) => ((int)legs[id][0].X, (int)legs[id][0].Y);

    /// <summary>Where somebody is; for one thread, whose looks do not go back in time.</summary>
    public (double X, double Y, bool Walks) At(int id, double time)
    {
        var way = legs[id];
        while (at[id] + 1 < way.Count && way[at[id] + 1].Time <= time) at[id]++;
        var leg = way[at[id]];
        var since = Math.Max(0, time - leg.Time);
        return (leg.X + leg.SpeedX * since, leg.Y + leg.SpeedY * since, leg.SpeedX != 0 || leg.SpeedY != 0);
    }

    static double Exponential(Random random, double mean) => -Math.Log(1 - random.NextDouble()) * mean;

    List<Leg> WayOf(int id, Random random, double duration)
    {
        var way = new Way(this, id, random.NextDouble() * Edge, random.NextDouble() * Edge);
        var walks = random.NextDouble() < LongRunShareOfWalking;
        for (; way.Time < duration; walks = !walks)
        {
            if (walks) way.Walk(random);
            else way.Stand(Exponential(random, MeanStanding));
        }
        return way.Legs;
    }

    sealed class Way(StrollWorld world, int id, double startX, double startY)
    {
        double x = startX;
        double y = startY;
        double nextMove;

        public double Time { get; private set; }

        public List<Leg> Legs { get; } = [];

        public void Stand(double seconds)
        {
            Legs.Add(new(Time, x, y, 0, 0));
            if (Time > 0) world.moves.Add(new(Time, id, (int)x, (int)y, Arena.Standing));
            Time += seconds;
        }

        public void Walk(Random random)
        {
            var end = Time + Exponential(random, MeanWalking);
            var heading = random.NextDouble() * Math.Tau;
            nextMove = Time;
            while (Time < end)
            {
                var until = Math.Min(end, Time + Math.Min(LongestLeg, Exponential(random, MeanLeg)));
                while (Time < until) heading = WalkToTurnOrWall(heading, until);
                heading += (random.NextDouble() - 0.5) * Math.PI;
            }
        }

        /// <summary>Gives the heading to go on with.</summary>
        double WalkToTurnOrWall(double heading, double until)
        {
            var (sin, cos) = Math.SinCos(heading);
            var (speedX, speedY) = (cos * Arena.Speed, sin * Arena.Speed);
            var (toWallX, toWallY) = (TimeToWall(x, speedX), TimeToWall(y, speedY));
            var stop = Math.Min(until, Time + Math.Max(0, Math.Min(toWallX, toWallY)));
            Legs.Add(new(Time, x, y, speedX, speedY));
            Speak(speedX, speedY, Arena.DirectionOf(heading), stop);
            x = Math.Clamp(x + speedX * (stop - Time), 0, Edge);
            y = Math.Clamp(y + speedY * (stop - Time), 0, Edge);
            Time = stop;
            if (Time >= until) return heading;
            return toWallX <= toWallY ? Math.PI - heading : -heading;
        }

        void Speak(double speedX, double speedY, int direction, double stop)
        {
            if (world.motionAware) nextMove = Time; // start, turn and wall are told at once
            for (; nextMove < stop; nextMove += world.motionAware ? MotionInterval : PositionInterval)
            {
                var since = nextMove - Time;
                world.moves.Add(new(nextMove, id, (int)(x + speedX * since), (int)(y + speedY * since), direction));
            }
        }

        static double TimeToWall(double place, double speed) => speed > 0 ? (Edge - place) / speed : speed < 0 ? -place / speed : double.MaxValue;
    }
}
