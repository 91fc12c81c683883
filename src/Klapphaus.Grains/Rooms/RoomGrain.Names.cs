using Klapphaus.Grains.Moderation;
using Klapphaus.World.Members;

namespace Klapphaus.Grains.Rooms;

/// <summary>Under which names people are shown here: everybody here, and whatever is said of them here, has those and no others.</summary>
sealed partial class RoomGrain
{
    /// <summary>Somebody who comes in, under the name that they are shown by; whoever gives way to a name that is vouched for is told of with the next tick.</summary>
    /// <param name="person">With their own name.</param>
    /// <param name="number">Behind their name when this room forgot them; 0 for none.</param>
    RoomPerson Named(RoomPerson person, int number)
    {
        if (room!.Names.Enter(person.Member, person.Name, person.Verified, number) is { } other)
        {
            var handle = room.Find(other)!.Handle;
            changes.Entered(people[handle] = Shown(people[handle]));
        }
        return Shown(person);
    }

    RoomPerson Shown(RoomPerson person)
    {
        var name = room!.Names.Of(person.Member);
        return person with { Name = name.Text, Number = name.Number };
    }

    /// <summary>Somebody whom a feed or another machine remembers, under the same name as there unless it is somebody else's by now.</summary>
    RoomPerson NamedAgain(RoomPerson person)
    {
        var name = ShownName.Of(person.Name, person.Number);
        var named = Named(person with { Name = name.Own }, name.Number);
        if (named.Name != person.Name) changes.Entered(named);
        return named;
    }

    /// <summary>How a moderator is called who may be here.</summary>
    string NameOf(Moderator by) => room?.Find(by.Member) is { } avatar ? people[avatar.Handle].Name : by.Name;
}
