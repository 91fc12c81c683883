using Klapphaus.Contracts;

namespace Klapphaus.Client;

// What changes the picture: the news, in the order in which it came.
public sealed partial class RoomPicture
{
    /// <summary>Another room, or the same one anew: whatever was known before is past.</summary>
    public void Apply(RoomEnteredEvent news)
    {
        lock (gate)
        {
            Forget();
            (room, plan, handle) = (news.Room, news.Plan, news.Handle);
            people.Add(news.People);
            own.Take(news.X, news.Y, Protocol.Standing, Now);
            arrivals++;
        }
        OwnPlaced?.Invoke(WalkOutcome.Interrupted);
        Changed?.Invoke();
    }

    public void Apply(PlanChangedEvent news)
    {
        lock (gate)
            (room, plan) = (news.Room, news.Plan);
        Changed?.Invoke();
    }

    public void Apply(PeopleChangedEvent news)
    {
        lock (gate)
        {
            if (news.All)
            {
                people.Clear();
                var here = news.Entered.Select(person => person.Handle).ToHashSet();
                foreach (var gone in heard.Keys.Where(avatar => !here.Contains(avatar)))
                    heard.Remove(gone);
            }
            foreach (var gone in news.Left)
            {
                people.Remove(gone);
                heard.Remove(gone);
            }
            people.Add(news.Entered);
        }
        Changed?.Invoke();
    }

    public void Apply(PutBackEvent news)
    {
        lock (gate)
            own.Take(news.X, news.Y, Protocol.Standing, Now);
        OwnPlaced?.Invoke(WalkOutcome.PutBack);
        Changed?.Invoke();
    }

    /// <summary>Takes one message of <see cref="AvatarsMoved"/> as it came over the wire.</summary>
    public void Apply(ReadOnlySpan<byte> moved) => Apply(moved, Now);

    public void Apply(ReadOnlySpan<byte> moved, TimeSpan now)
    {
        if (moved.Length < AvatarsMoved.HeaderLength)
            return;
        lock (gate)
        {
            if ((moved[0] & AvatarsMoved.Everything) != 0)
                heard.Clear();
            sight = new(moved[0] & ~AvatarsMoved.Everything);
            var records = moved[AvatarsMoved.HeaderLength..];
            for (; records.Length >= AvatarsMoved.RecordLength; records = records[AvatarsMoved.RecordLength..])
            {
                var move = AvatarsMoved.Read(records);
                if (!heard.TryGetValue(move.Handle, out var last))
                    heard[move.Handle] = last = new();
                last.Take(move.X, move.Y, move.Heading, now - TimeSpan.FromMilliseconds(move.AgeMilliseconds));
            }
            ForgetWhoIsOutOfSight(now);
        }
        Changed?.Invoke();
    }

    /// <summary>What the own avatar has just said of itself; believed until the server puts it back.</summary>
    internal void SayOwn(int x, int y, int heading)
    {
        lock (gate)
            own.Take(x, y, heading, Now);
        Changed?.Invoke();
    }

    /// <summary>Outside of any room.</summary>
    internal void Clear()
    {
        lock (gate)
            Forget();
        OwnPlaced?.Invoke(WalkOutcome.Interrupted);
        Changed?.Invoke();
    }

    void Forget()
    {
        people.Clear();
        heard.Clear();
        (room, plan, handle, sight) = (null, null, -1, default);
    }

    void ForgetWhoIsOutOfSight(TimeSpan now)
    {
        if (sight.IsWholeRoom)
            return;
        var here = own.Where(now, plan);
        foreach (var (avatar, last) in heard)
        {
            if (sight.Reaches(here, last.Where(now, plan)))
                last.OutSince = null;
            else if (now - (last.OutSince ??= now) > ForgetAfter)
                heard.Remove(avatar);
        }
    }
}
