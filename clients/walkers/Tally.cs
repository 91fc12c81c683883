using Klapphaus.Client;

namespace Klapphaus.Walkers;

/// <summary>Sums up what all walkers counted, and prints it as lines of one table.</summary>
sealed class Tally(IReadOnlyList<Stroller> strollers, TextWriter output)
{
    HouseTraffic before;
    int leastInRoom = int.MaxValue;

    public void PrintHead() =>
        output.WriteLine($"{"second",6} {"connected",9} {"in room",7} {"moves/s",8} {"seen/s",8} {"KB/s",7} {"put back",8} {"reconnects",10} {"absent s",8}");

    /// <summary>Each second: the worst moment between two lines must not be missed.</summary>
    public void Look() => leastInRoom = Math.Min(leastInRoom, strollers.Count(stroller => stroller.IsInRoom));

    public void PrintLine(int second, double seconds)
    {
        var now = Sum();
        output.WriteLine(
            $"{second,6} {strollers.Count(stroller => stroller.House?.State.Status == ConnectionStatus.Connected),9} {leastInRoom,7} "
            + $"{(now.MovesSent - before.MovesSent) / seconds,8:0.0} {(now.MovesSeen - before.MovesSeen) / seconds,8:0.0} "
            + $"{(now.MoveBytes - before.MoveBytes) / seconds / 1000,7:0.0} {now.PutBacks,8} {now.Reconnects,10} {now.LongestAbsence.TotalSeconds,8:0.0}");
        (before, leastInRoom) = (now, int.MaxValue);
    }

    public void PrintSummary(LastLook look, DrawnError drawn, double seconds)
    {
        var sum = Sum();
        output.WriteLine();
        output.WriteLine($"walkers {strollers.Count}, {seconds:0} s; lost {look.Lost}, misplaced {look.Misplaced}");
        output.WriteLine($"moves sent {sum.MovesSent}, messages seen {sum.MovesSeen}, {sum.MoveBytes / 1000.0 / seconds / strollers.Count:0.00} KB/s each, put back {sum.PutBacks}");
        output.WriteLine($"drawn against the truth while walking: {drawn.Summary()}");
        output.WriteLine($"reconnects {sum.Reconnects}, longest absence {sum.LongestAbsence.TotalSeconds:0.0} s");
        output.WriteLine(
            $"connects that failed {strollers.Sum(stroller => stroller.ConnectsFailed)}, entries refused {strollers.Sum(stroller => stroller.EntersFailed)}, "
            + $"doors passed {strollers.Sum(stroller => stroller.DoorsPassed)}, calls not answered {sum.CallsFailed}");
        foreach (var fault in look.Faults)
            output.WriteLine("  " + fault);
    }

    HouseTraffic Sum() => strollers.Select(stroller => stroller.House?.Traffic ?? default).Aggregate(default(HouseTraffic), (sum, one) => new(
        sum.MovesSent + one.MovesSent, sum.MovesSeen + one.MovesSeen, sum.MoveBytes + one.MoveBytes, sum.PutBacks + one.PutBacks,
        sum.CallsFailed + one.CallsFailed, sum.Reconnects + one.Reconnects,
        sum.LongestAbsence > one.LongestAbsence ? sum.LongestAbsence : one.LongestAbsence));
}
