using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.Stands;

/// <summary>What a client of this process has to do with stands. Its reception holds the lock.</summary>
sealed class Attending(Visitor visitor)
{
    public Visitor Visitor => visitor;

    /// <summary>Its figure in the room of which <see cref="Area"/> is a part.</summary>
    public Viewer? Viewer { get; set; }

    public string Room { get; set; } = "";

    /// <summary>The area in whose conversation it is, since <see cref="Since"/>; or null.</summary>
    public string? Area { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>The stand at which it has rung, or null, and the activation of the stand that knows so.</summary>
    public string? RingsAt { get; set; }

    public Guid Rang { get; set; }

    /// <summary>How it is made known to stands as a host, as its room has shown it last; null before it has been on duty.</summary>
    public StandHost? AsHost { get; set; }

    /// <summary>The stands for which it wants to be called: since when, by the process's timestamps, and in which spell (<see cref="World.Stands.DutySpells"/>).</summary>
    public Dictionary<string, (long Since, long Spell)> Duties { get; } = [];

    /// <summary>Nothing has to be remembered of it.</summary>
    public bool IsIdle => Area is null && RingsAt is null && Duties.Count == 0;
}
