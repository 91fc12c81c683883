using Klapphaus.World.Conversations;
using Klapphaus.World.Plans;
using Klapphaus.World.Rooms;
using Klapphaus.World.Tests.Plans;

namespace Klapphaus.World.Tests.Conversations;

/// <summary>
/// People in a room with a wall through its middle, a table in the east, a stage, a quiet corner and a lobby. Places are in tiles; time passes when a
/// test says so.
/// </summary>
sealed class Gathering
{
    /// <summary>Long enough for anybody who stands to be looked at.</summary>
    const long Moment = 1_000;

    long now = 10_000;

    public Gathering()
    {
        var drawing = PlanDrawing.Of(
            "################################",
            "#...............#..............#",
            "#.ee............#..............#",
            "#...............#..............#",
            "#...............#..............#",
            "#...............#..............#",
            "#...............#..............#",
            "#..............................#",
            "#..............................#",
            "#..............................#",
            "#..............................#",
            "#..............................#",
            "#..............................#",
            "################################");
        drawing.Add("areas", "table", "Tisch", 20, 1, 5, 4, ("id", "tisch"), ("number", 1), ("capacity", 3));
        drawing.Add("areas", "stage", "Bühne", 26, 1, 5, 4, ("id", "buehne"));
        drawing.Add("areas", "quiet", "Leseecke", 1, 10, 4, 3, ("id", "leseecke"));
        drawing.Add("areas", "lobby", "Empfang", 10, 9, 5, 4, ("id", "empfang"));
        Room = new(drawing.Plan());
    }

    public Room Room { get; }

    public RoomConversations Talk => Room.Talk;

    public long Now => now;

    /// <summary>Somebody who has stood there for a long time.</summary>
    public Avatar Stands(string who, double x, double y)
    {
        var avatar = Room.Enter(who, null, null, null, now - 60_000)!;
        avatar.Position = At(x, y);
        return avatar;
    }

    /// <summary>Somebody comes from elsewhere and stops here.</summary>
    public void Stops(Avatar avatar, double x, double y)
    {
        Walks(avatar, x, y);
        Assert.Equal(StepOutcome.Taken, Room.Walk(avatar.Handle, At(x, y), Room.Standing, now));
    }

    /// <summary>Somebody is here, on the way to the east.</summary>
    public void Walks(Avatar avatar, double x, double y, int heading = 0)
    {
        avatar.Position = At(x, y);
        Assert.Equal(StepOutcome.Taken, Room.Walk(avatar.Handle, At(x, y), heading, now));
    }

    /// <summary>Time passes, and what is due is looked at.</summary>
    public void Wait(long milliseconds = Moment)
    {
        for (var end = now + milliseconds; now < end;)
        {
            now = Math.Min(now + 50, end);
            if (Talk.NextLook <= now) Talk.Look(now);
        }
    }

    /// <summary>So many in a circle around a place, and nobody else near.</summary>
    public Avatar[] Circle(int count, double x, double y, string prefix = "m")
    {
        var people = new Avatar[count];
        for (var i = 0; i < count; i++)
        {
            var (sin, cos) = Math.SinCos(i * Math.Tau / count);
            people[i] = Stands($"{prefix}{i}", x + cos * 1.2, y + sin * 1.2);
        }
        Stops(people[0], people[0].Position.X / 32d, people[0].Position.Y / 32d);
        Wait();
        for (var i = 1; i < count; i++)
        {
            if (people[i].Participation is null) Stops(people[i], people[i].Position.X / 32d, people[i].Position.Y / 32d);
            Wait();
        }
        Assert.All(people, p => Assert.Same(people[0].Participation!.Conversation, p.Participation!.Conversation));
        Talk.Forget();
        return people;
    }

    public static Position At(double x, double y) => new((int)(x * Floor.UnitsPerTile), (int)(y * Floor.UnitsPerTile));
}

static class Company
{
    public static Conversation? Conversation(this Avatar avatar) => avatar.Participation?.Conversation;

    public static void TalksWith(this Avatar avatar, params Avatar[] others)
    {
        Assert.NotNull(avatar.Participation);
        Assert.Equal(others.Append(avatar).Select(a => a.Member).Order(), avatar.Participation.Conversation.Participants.Select(p => p.Avatar.Member).Order());
    }

    public static void IsAlone(this Avatar avatar) => Assert.Null(avatar.Participation);
}
