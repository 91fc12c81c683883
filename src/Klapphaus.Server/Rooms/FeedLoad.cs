namespace Klapphaus.Server.Rooms;

/// <summary>
/// How much a feed leaves out because its own work takes too much of the time between two ticks. Level 0: everything every tick. 1: the cells at the edge of
/// sight every second tick. 2: those in each cell are served every second tick, which halves the writes. 3: every fourth.
/// </summary>
sealed class FeedLoad
{
    public const int Highest = 3;

    /// <summary>Shares of the tick's interval. A level more halves the work at the most, so that what was too much does not become too little at once.</summary>
    const double TooMuch = 0.6;
    const double Little = 0.2;

    /// <summary>The first level saves bytes and hardly any work: without it there is little more to do.</summary>
    const double LittleForTheFirst = 0.4;

    /// <summary>The average is over about as many ticks.</summary>
    const int Ticks = 10;

    /// <summary>Between two changes, in milliseconds: long enough for the average to show what the last one brought.</summary>
    const long Pause = 1000;

    double share;
    long? changedAt;

    public int Level { get; private set; }

    /// <summary>Takes in how long the work of one tick took, and decides the level for the next.</summary>
    /// <param name="work">What the feed itself did.</param>
    /// <param name="interval">From one tick to the next.</param>
    /// <param name="now">Milliseconds, on any clock that does not run backwards.</param>
    public void Worked(TimeSpan work, TimeSpan interval, long now)
    {
        share += (work / interval - share) / Ticks;
        if (now - changedAt < Pause) return;
        if (share > TooMuch && Level < Highest) Level++;
        else if (share < (Level == 1 ? LittleForTheFirst : Little) && Level > 0) Level--;
        else return;
        changedAt = now;
    }
}
