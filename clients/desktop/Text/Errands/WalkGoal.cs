using Klapphaus.Client;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// Where one set out for. A house that stood still for a moment takes back what was walked meanwhile, and whoever set out for something gets there all the same.
/// </summary>
/// <param name="target">Where it is now; somebody may have walked on.</param>
/// <param name="time">The clock.</param>
sealed class WalkGoal(Func<Position> target, TimeProvider time)
{
    /// <summary>So often one sets out again; then something is in the way that is not on the plan.</summary>
    const int MostReturns = 3;

    /// <summary>So long after one has arrived the house may still take the walk back.</summary>
    static readonly TimeSpan regret = TimeSpan.FromSeconds(3);

    readonly Lock gate = new();
    long? arrivedAt;
    int returns;

    public Position Place => target();

    public void Arrive()
    {
        lock (gate)
            arrivedAt = time.GetTimestamp();
    }

    /// <summary>Whether one sets out again, now that the house has put one back. On the way nobody has to: the walk itself goes on from there.</summary>
    public bool IsTakenUpAgain()
    {
        lock (gate)
        {
            if (arrivedAt is not { } arrived || time.GetElapsedTime(arrived) > regret || returns == MostReturns)
                return false;
            returns++;
            arrivedAt = null;
            return true;
        }
    }
}
