using Klapphaus.World.Members;

namespace Klapphaus.Grains.Stands;

/// <summary>Who asks something of a stand, as the server has established it.</summary>
/// <param name="Member">Id of the member.</param>
/// <param name="Name">What they are called.</param>
/// <param name="House">Their role in the house.</param>
/// <param name="Rooms">The only rooms that they may enter; empty for no such limit.</param>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandCaller")]
public sealed record StandCaller([property: Id(0)] string Member, [property: Id(1)] string Name, [property: Id(2)] string House, [property: Id(3)] string[] Rooms)
{
    /// <summary>What they are in one room: whoever moderates single rooms has to do with those, and in others no more to say than who looks after a stand.</summary>
    public Role RoleIn(string room)
    {
        var role = Roles.Of(House);
        return role > Role.Host && Rooms.Length > 0 && !Rooms.Contains(room) ? Role.Host : role;
    }

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => House;
}
