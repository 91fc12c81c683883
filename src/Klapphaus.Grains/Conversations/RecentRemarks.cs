using Klapphaus.Grains.Rooms;
using Klapphaus.World.Members;

namespace Klapphaus.Grains.Conversations;

/// <summary>What was written in a room within the last minutes: nothing of it is stored unless somebody reports it.</summary>
sealed class RecentRemarks
{
    /// <summary>Two minutes, and three in which to write a report about them; in milliseconds.</summary>
    const long Kept = 5 * 60_000;

    /// <summary>More than people write; what a flood pushes out is reported too late.</summary>
    const int Most = 2_000;

    Queue<RecentRemark> remarks = new();

    public void Add(Remark remark, IReadOnlyDictionary<int, RoomPerson> people, long now)
    {
        var writer = people[remark.From];
        var readers = remark.Audience.Length == 0 ? null : remark.Audience.Where(people.ContainsKey).Select(h => people[h].Member).ToHashSet();
        remarks.Enqueue(new(remark.Number, now, remark.At, writer.Member, writer.Name, Roles.Of(writer.Role), remark.Text, readers));
        Forget(now);
    }

    public RecentRemark? Find(long number, long now)
    {
        Forget(now);
        return remarks.FirstOrDefault(r => r.Number == number);
    }

    /// <summary>Those of the numbers that this member could read.</summary>
    public List<RecentRemark> ReadBy(string member, IReadOnlyCollection<long> numbers, long now)
    {
        Forget(now);
        return remarks.Where(r => numbers.Contains(r.Number) && r.Readers?.Contains(member) != false).ToList();
    }

    /// <summary>Forgets what a member wrote.</summary>
    public void Forget(string member) => remarks = new(remarks.Where(r => r.Member != member));

    /// <summary>Forgets what is too old.</summary>
    public void Forget(long now)
    {
        while (remarks.TryPeek(out var oldest) && (now - oldest.When > Kept || remarks.Count > Most)) remarks.Dequeue();
    }
}
