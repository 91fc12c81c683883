using Klapphaus.World.Members;
using Klapphaus.World.Moderation;

namespace Klapphaus.Grains.Moderation;

/// <summary>A room's policy as it travels and is stored: for each thing the name of the role from which on one may.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.PolicyState")]
public sealed record PolicyState
{
    [Id(0)] public string Enter { get; init; } = Roles.Visitor;
    [Id(1)] public string Speak { get; init; } = Roles.Visitor;
    [Id(2)] public string Camera { get; init; } = Roles.Visitor;
    [Id(3)] public string Screen { get; init; } = Roles.Visitor;
    [Id(4)] public string Write { get; init; } = Roles.Visitor;
    [Id(5)] public string Knock { get; init; } = Roles.Visitor;
    [Id(6)] public int SlowSeconds { get; init; }
    [Id(7)] public DateTimeOffset? ShutFrom { get; init; }
    [Id(8)] public string Notice { get; init; } = "";
    /// <summary>As people write them (<see cref="OpeningHours"/>); empty for always.</summary>
    [Id(9)] public string Hours { get; init; } = "";
    [Id(10)] public bool WaitingRoom { get; init; }

    /// <summary>As the rules have it; null when a role in it is none, or a number cannot be.</summary>
    public RoomPolicy? ToPolicy()
    {
        if (!Roles.TryRead(Enter, out var enter) || !Roles.TryRead(Speak, out var speak) || !Roles.TryRead(Camera, out var camera)
            || !Roles.TryRead(Screen, out var screen) || !Roles.TryRead(Write, out var write) || !Roles.TryRead(Knock, out var knock)
            || SlowSeconds is < 0 or > RoomPolicy.MostSlowSeconds || Notice.Length > RoomPolicy.LongestNotice
            || OpeningHours.Read(Hours) is not { } hours) return null;
        return new()
        {
            Enter = enter,
            Speak = speak,
            Camera = camera,
            Screen = screen,
            Write = write,
            Knock = knock,
            SlowSeconds = SlowSeconds,
            ShutFrom = ShutFrom,
            Notice = Notice,
            Hours = hours,
            WaitingRoom = WaitingRoom,
        };
    }
}
