using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// Rooms, people and places, and getting there.
sealed partial class CommandDesk
{
    /// <summary>So many lines of news are read back when nobody says how many.</summary>
    const int UsualNews = 10;

    public Task<Answer> RoomsAsync() => Task.FromResult(Answer.Yes([.. visit.House.Rooms.Select(visit.Lists.Room)]));

    public Task<Answer> PeopleAsync()
    {
        var others = visit.House.Others;
        return Task.FromResult(others.Count == 0
            ? Answer.Yes(words.Say("people.alone"))
            : Answer.Yes([words.Say("people.here", ("count", others.Count + 1)) + ":", .. others.Select(visit.Lists.Person)]));
    }

    public Task<Answer> StandsAsync()
    {
        string[] lines = [.. visit.Lists.Areas.Select(visit.Lists.Area), .. visit.Lists.Doors.Select(visit.Lists.Door)];
        return Task.FromResult(Answer.Yes(lines.Length == 0 ? [words.Say("goto.empty")] : lines));
    }

    public Task<Answer> WhereAsync() => Task.FromResult(Answer.Yes(visit.Lists.WhereAmI()));

    public Task<Answer> NewsAsync(string count)
    {
        var lines = visit.House.News.Lines;
        return Task.FromResult(lines.Length == 0
            ? Answer.Yes(words.Say("news.none"))
            : Answer.Yes([.. lines.TakeLast(Number(count) is > 0 and var wanted ? wanted : UsualNews).Select(line => line.Text)]));
    }

    public Task<Answer> GoAsync(string target) => NeedAsync("go", target.Length > 0, () =>
    {
        var house = visit.House;
        var goals = house.Rooms.Where(room => room.Id != house.Picture.Room?.Id)
            .Select(room => new Goal(words.Named(room.Names), words.Say("text.room"), IsWalk: false, () => EnterAsync(room)))
            .Concat(house.Others.Select(person => new Goal(visit.Lists.Name(person), words.Say("text.person"), IsWalk: true, () => visit.Walks.GoToAsync(person))))
            .Concat((house.Picture.Plan?.Areas ?? []).Select(area => new Goal(house.Place.Title(area), "", IsWalk: true, () => visit.Walks.GoToAsync(area))))
            .Concat(visit.Lists.Doors.Select(door => new Goal(house.Place.Title(door), "", IsWalk: true, () => visit.Walks.GoThroughAsync(door))));
        return PickAsync(goals.Where(goal => goal.Name.Length > 0), goal => goal.Name, target, "text.nowhere", SetOutAsync, goal => goal.Label);
    });

    /// <summary>After somebody by name, or along with who leads the conversation.</summary>
    public Task<Answer> FollowAsync(string name) => name.Length == 0
        ? visit.Follow.GoAlongAsync()
        : PickAsync(visit.House.Others, visit.Lists.Name, name, "text.nobody", visit.Follow.TrailAsync);

    public async Task<Answer> HaltAsync()
    {
        await visit.Follow.EndAsync();
        await visit.Wait.EndAsync();
        return await visit.Walks.StopAsync();
    }

    public async Task<Answer> RetreatAsync()
    {
        await HaltAsync();
        var answer = await visit.Talks.RetreatAsync();
        if (answer.IsDone && visit.House.Rooms.FirstOrDefault(room => room.Id == visit.Connection.StartRoom) is { } start && visit.House.Picture.Room?.Id != start.Id)
            await visit.Walks.EnterAsync(start);
        return answer;
    }

    /// <summary>Into a room; where it is full, or moderators let people in, one may wait.</summary>
    async Task<Answer> EnterAsync(RoomSummary room)
    {
        await visit.Wait.EndAsync();
        return visit.Wait.Offer(room, await visit.Walks.EnterAsync(room));
    }

    /// <summary>Whoever sets out follows nobody any more.</summary>
    async Task<Answer> SetOutAsync(Goal goal)
    {
        await visit.Follow.EndAsync();
        if (isPatient || !goal.IsWalk)
            return await goal.GoAsync();
        _ = visit.RunAsync(goal.GoAsync);
        return Answer.Done;
    }

    /// <summary>Something that one can go to.</summary>
    sealed record Goal(string Name, string Kind, bool IsWalk, Func<Task<Answer>> GoAsync)
    {
        public string Label => Kind.Length > 0 ? $"{Name} ({Kind})" : Name;
    }
}
