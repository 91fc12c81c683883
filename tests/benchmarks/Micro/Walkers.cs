using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.World.Plans;

namespace Klapphaus.Benchmarks.Micro;

/// <summary>People on the yardstick's floor: two in five walk to and fro along their row at the pace of the house, and speak every 500 ms.</summary>
static class Walkers
{
    public const int TickMs = 100;

    const int First = 64;
    const int Last = 3200;
    const int Way = Last - First;
    const int East = 0;
    const int West = 127;
    const int TicksBetweenWords = Protocol.MoveInterval / TickMs;
    const int UnitsPerTick = Protocol.WalkingSpeed * TickMs / 1000;

    public static FloorPlan Floor() => FloorPlanReader.Read("plaza", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "plaza.tmj"))).Plan!;

    public static bool Walks(int person) => person % 5 < 2;

    public static bool Speaks(int person, long tick) => Walks(person) && (person + tick) % TicksBetweenWords == 0;

    /// <summary>Position and heading, packed.</summary>
    public static uint State(int person, long tick)
    {
        var random = new Random(person);
        int along = random.Next(2 * Way), y = random.Next(First, Last);
        if (!Walks(person)) return AvatarState.Pack(First + along % Way, y, Protocol.Standing);
        along = (int)((along + tick * UnitsPerTick) % (2 * Way));
        return along < Way ? AvatarState.Pack(First + along, y, East) : AvatarState.Pack(Last - (along - Way), y, West);
    }

    /// <summary>The states of some ticks in advance, so that making them is not measured.</summary>
    public static uint[][] States(int people, int ticks) =>
        [.. Enumerable.Range(0, ticks).Select(tick => Enumerable.Range(0, people).Select(person => State(person, tick)).ToArray())];

    /// <summary>A message of moves with this many records.</summary>
    public static byte[] Frame(int records)
    {
        var frame = new byte[AvatarsMoved.HeaderLength + records * AvatarsMoved.RecordLength];
        for (var handle = 0; handle < records; handle++)
        {
            var state = State(handle, 0);
            var record = frame.AsSpan(AvatarsMoved.HeaderLength + handle * AvatarsMoved.RecordLength);
            AvatarsMoved.Write(record, handle, AvatarState.X(state), AvatarState.Y(state), AvatarState.Heading(state), age: 10);
        }
        return frame;
    }
}
