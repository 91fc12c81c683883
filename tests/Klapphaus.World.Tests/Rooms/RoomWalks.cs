using CsCheck;
using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;
using Klapphaus.World.Tests.Plans;

namespace Klapphaus.World.Tests.Rooms;

/// <summary>Whatever clients claim in whatever order, what is true of a room stays true.</summary>
public class RoomWalks
{
    static readonly string[] members = ["ada", "bo", "cem", "dora", "eve"];

    static readonly FloorPlan plan = PlanDrawing.Of(
        "################",
        "#......#.......#",
        "#..e...#..oo...#",
        "#......#.......#",
        "#..............#",
        "#......#..o....#",
        "################").Read().Plan!.WithCapacity(4);

    abstract record Deed(int Who)
    {
        public sealed record Comes(int Who, int X, int Y, bool Claims) : Deed(Who);
        public sealed record Walks(int Who, int X, int Y, int Heading, int After) : Deed(Who);
        public sealed record Goes(int Who) : Deed(Who);
        public sealed record Loses(int Who) : Deed(Who);
        public sealed record Waits(int Who) : Deed(Who);
        public sealed record Time(int Passes) : Deed(0);
    }

    static readonly Gen<Deed> deeds = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 4], Gen.Int[-50, 600], Gen.Int[-50, 300], Gen.Int[-1, 256], Gen.Int[0, 400])
        .Select((kind, who, x, y, heading, after) => (Deed)(kind switch
        {
            0 => new Deed.Comes(who, x, y, heading % 2 == 0),
            1 => new Deed.Goes(who),
            2 => new Deed.Loses(who),
            3 => new Deed.Waits(who),
            4 => new Deed.Time(after * 50),
            _ => new Deed.Walks(who, x, y, heading, after),
        }));

    [Fact]
    public void NobodyIsInAWallOrTooFastOrTooManyWhateverTheyClaim() => deeds.Array[1, 120].Sample(story =>
    {
        var room = new Room(plan);
        var now = 0L;
        foreach (var deed in story)
        {
            var before = room.Avatars.ToDictionary(a => a.Member, a => a.Position);
            var then = now;
            Do(room, deed, ref now);
            Check(room, before, deed, now - then);
        }
    }, iter: 2000);

    static void Do(Room room, Deed deed, ref long now)
    {
        var who = members[deed.Who];
        switch (deed)
        {
            case Deed.Comes c:
                room.Enter(who, null, c.Claims ? new(c.X, c.Y) : null, null, now);
                break;
            case Deed.Walks w when room.Find(who) is { } avatar:
                now += w.After;
                // half of them near where they are: those are the interesting lies
                var to = w.Heading % 2 == 0 ? new Position(w.X, w.Y) : new Position(avatar.Position.X + w.X % 80, avatar.Position.Y + w.Y % 80);
                room.Walk(avatar.Handle, to, w.Heading, now);
                break;
            case Deed.Goes:
                room.Leave(who, now);
                break;
            case Deed.Loses:
                room.Lose(who, now);
                break;
            case Deed.Waits:
                room.Line.Join(who);
                break;
            case Deed.Time t:
                now += t.Passes;
                room.Expire(now);
                break;
        }
        room.Line.Serve(room.Plan.Capacity - room.Count, now);
    }

    static void Check(Room room, Dictionary<string, Position> before, Deed deed, long passed)
    {
        Assert.InRange(room.Count, 0, plan.Capacity);
        Assert.True(room.Count + room.Line.Held <= plan.Capacity, "more places promised than there are");
        Assert.Equal(room.Count, room.Avatars.Select(a => a.Handle).Distinct().Count());
        foreach (var avatar in room.Avatars)
        {
            Assert.True(plan.IsFree(avatar.Position), $"{avatar.Member} stands in something at {avatar.Position}");
            Assert.Same(avatar, room.Find(avatar.Handle));
            if (!before.TryGetValue(avatar.Member, out var was) || deed is Deed.Comes) continue;
            Assert.True(was.DistanceTo(avatar.Position) <= Pace.WalkingReserve + passed * Pace.Speed * 1.1 / 1000, $"{avatar.Member} flew from {was} to {avatar.Position}");
        }
    }
}
