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

    /// <summary>Whoever is shown out is in no room.</summary>
    public void Apply(ModeratedEvent news)
    {
        if (news.Kind is "removed" or "sent" or "bannedFromRoom" or "roomClosed") Clear();
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
            var records = moved[AvatarsMoved.HeaderLength..];
            sight = sight with { Cells = moved[0] & AvatarsMoved.SightMask };
            if ((moved[0] & AvatarsMoved.CellFollows) != 0)
            {
                if (records.Length < AvatarsMoved.CellLength)
                    return;
                LookFrom(records[0], records[1], now);
                records = records[AvatarsMoved.CellLength..];
            }
            for (; records.Length >= AvatarsMoved.RecordLength; records = records[AvatarsMoved.RecordLength..])
            {
                var move = AvatarsMoved.Read(records);
                if (!heard.TryGetValue(move.Handle, out var last))
                    heard[move.Handle] = last = new();
                last.Take(move.X, move.Y, move.Heading, now, move.AgeMilliseconds);
            }
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
        conversations.Clear();
        talk = null;
        (room, plan, handle, sight) = (null, null, -1, default);
    }

    /// <summary>The server sees one in another cell: who is out of sight from there, or was from the one before, is no longer known.</summary>
    void LookFrom(int column, int row, TimeSpan now)
    {
        var before = sight;
        sight = sight with { Column = column, Row = row };
        foreach (var (avatar, last) in heard)
        {
            // Where the server has a walker lies between its last word and where we have carried it; kept only if all of that is in sight, or we would
            // keep somebody of whom the server tells us nothing more. Who is dropped in vain is heard of again within half a second.
            if (!IsInBoth(last.Said) || !IsInBoth(last.Where(now, plan)))
                heard.Remove(avatar);
        }

        bool IsInBoth(Position place) => before.Reaches(place) && sight.Reaches(place);
    }
}
