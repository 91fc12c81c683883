using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Rooms;
using Klapphaus.World.Conversations;

namespace Klapphaus.Grains.Members;

/// <summary>Sees to it that a member is in one room at most, and by one connection at most.</summary>
sealed partial class AvatarGrain(
    [PersistentState("avatar", Storage.Name)] IPersistentState<AvatarGrainState> stored,
    [PersistentState("member", Storage.Name)] IPersistentState<MemberGrainState> member,
    TimeProvider time) : Grain, IAvatarGrain
{
    string? connection;

    string Id => this.GetPrimaryKeyString();

    public Task<Arrival> Arrive(string connection, string session)
    {
        var check = Check(session);
        if (check.Error != ErrorCode.None) return Task.FromResult(new Arrival { Error = check.Error, Ban = check.Ban });
        var previous = this.connection;
        (this.connection, arrivedBy) = (connection, session);
        return Task.FromResult(new Arrival { Previous = previous == connection ? null : previous, Room = stored.State.Room });
    }

    public async Task<AvatarEntry> Enter(AvatarEnter request)
    {
        var (target, entry, error) = await FindTarget(request);
        if (target is null) return new() { Error = error };
        var check = Check(request.Session); // it may have ended between Hello and this
        if (check.Error != ErrorCode.None) return new() { Error = check.Error, Ban = check.Ban };
        if (request.Rooms.Length > 0 && !request.Rooms.Contains(target)) return new() { Error = ErrorCode.RoomNotAllowed, Room = target };

        var entered = await Room(target).Enter(new()
        {
            Person = new()
            {
                Handle = 0,
                Member = Id,
                Name = request.Name,
                Affiliation = request.Affiliation,
                Role = request.Role,
                Feed = request.Feed,
                Connection = request.Connection,
                Availability = stored.State.Availability,
                Shuns = [.. member.State.Shuns],
                Verified = request.Verified,
            },
            Entry = entry,
            Area = request.Through is null ? request.Area : null,
            // a place is believed only in the room in which the member was last known to be
            StoodAt = stored.State.Room == target ? request.StoodAt : null,
            // and the number of who was there a moment ago, not yesterday
            Number = stored.State.Room == target && request.StoodAt is not null ? stored.State.Number : 0,
        });
        if (entered.Error != ErrorCode.None) return new() { Error = entered.Error, Room = target, Ban = entered.Ban, Notice = entered.Notice };

        (connection, arrivedBy) = (request.Connection, request.Session);
        var before = stored.State.Room;
        stored.State.Number = entered.Person!.Number; // written along with the room: who comes back needs no store
        if (before != target)
        {
            if (before is not null) await Room(before).Leave(Id, request.Connection);
            stored.State.Room = target;
            await stored.WriteStateAsync();
        }
        return new() { Room = target, Person = entered.Person, State = entered.State, Activation = entered.Activation, News = entered.News };
    }

    public async Task MakeAvailable(string connection, Availability availability)
    {
        if (this.connection != connection || stored.State.Availability == availability) return;
        stored.State.Availability = availability;
        if (stored.State.Room is { } room) await GrainFactory.GetGrain<IRoomTalkGrain>(room).MakeAvailable(Id, availability);
        await stored.WriteStateAsync();
    }

    public async Task Leave(string connection)
    {
        if (this.connection != connection || stored.State.Room is not { } room) return;
        await Room(room).Leave(Id, connection);
        stored.State.Room = null;
        await stored.WriteStateAsync();
    }

    public async Task Lose(string connection)
    {
        if (this.connection == connection) this.connection = null;
        if (stored.State.Room is { } room) await Room(room).Lose(Id, connection);
    }

    async Task<(string? Room, string? Entry, ErrorCode Error)> FindTarget(AvatarEnter request)
    {
        if (request.Through is null) return (request.Room, null, ErrorCode.RoomUnknown);
        if (stored.State.Room is not { } here) return (null, null, ErrorCode.NotInRoom);
        var door = await Room(here).FindDoor(Id, request.Through);
        return (door.Room, door.Entry, door.Error);
    }

    IRoomGrain Room(string id) => GrainFactory.GetGrain<IRoomGrain>(id);
}
