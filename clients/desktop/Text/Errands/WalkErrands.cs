using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>Walking: to people, stands, doors and rooms, and a few steps at a time. What happens on the way is told as news.</summary>
/// <param name="connection">By which one walks.</param>
/// <param name="house">What happens is told there.</param>
/// <param name="time">The clock.</param>
sealed class WalkErrands(HouseConnection connection, TextHouse house, TimeProvider time)
{
    /// <summary>So often one sets out again when the house did not grant a step, or whom one walks to has walked on.</summary>
    const int MostTries = 5;

    /// <summary>Nearer than this, in tiles, one stands with somebody.</summary>
    const double TalkReach = 2.5;

    /// <summary>A conversation begins 0.6 s after one has stopped. Where by all that is seen none can, what has not begun by then does not.</summary>
    static readonly TimeSpan talkBegins = TimeSpan.FromSeconds(3);

    /// <summary>A house that stands still for a moment has it begin later, and is late to tell of a room.</summary>
    static readonly TimeSpan newsPatience = TimeSpan.FromSeconds(10);

    readonly TextWords words = house.Words;

    /// <summary>Where one set out for last; null after whatever ends that.</summary>
    volatile WalkGoal? goal;

    RoomPicture Picture => connection.Picture;

    /// <summary>Done whenever one has come into a room.</summary>
    public Func<Task> CameIn { get; set; } = () => Task.CompletedTask;

    /// <summary>Into a room by its list, at its entrance.</summary>
    /// <param name="room">Which.</param>
    /// <param name="stand">Id of a stand: whoever is on duty for it comes in there instead; null for none.</param>
    public async Task<Answer> EnterAsync(RoomSummary room, string? stand = null)
    {
        if (Picture.Room?.Id == room.Id)
            return Answer.Yes(words.Say("text.alreadyThere", ("room", words.Named(room.Names))));
        return await ArriveAsync(() => connection.EnterAsync(room.Id, stand));
    }

    public async Task<Answer> GoThroughAsync(DoorView door)
    {
        var title = house.Place.Title(door);
        if (Picture.Plan is not { } plan)
            return NoRoom();
        if (PlanPlaces.FreeAt(plan, door) is not { } place)
            return NoWay(title);
        house.News.Tell(NewsKind.Answer, words.Say("walk.throughStart", ("title", title)));
        var walk = await WalkAsync(() => place);
        return walk.Outcome switch
        {
            WalkOutcome.Arrived => await ArriveAsync(() => connection.EnterThroughAsync(door.Id)),
            WalkOutcome.Stopped or WalkOutcome.Interrupted => Answer.Done,
            _ => NoWay(title),
        };
    }

    /// <summary>To a stand, table or any other area; over when one takes part in what is talked there.</summary>
    public async Task<Answer> GoToAsync(AreaView area)
    {
        var title = house.Place.Title(area);
        if (Picture.Plan is not { } plan)
            return NoRoom();
        if (house.Talk?.Area == area.Id)
            return Answer.Yes(Arrived(area, title));
        // One's own place counts as taken: whoever stands there and talks with nobody has to stop there once more.
        if (PlanPlaces.FreeIn(plan, area, [.. Picture.InSight().Select(seen => seen.Position)]) is not { } there)
            return NoWay(title);
        house.News.Tell(NewsKind.Answer, words.Say("walk.startTo", ("title", title)));
        var walk = await WalkAsync(() => there);
        if (walk.Outcome is WalkOutcome.Stopped or WalkOutcome.Interrupted)
            return Answer.Done;
        if (!walk.Arrived)
            return NoWay(title);
        house.News.Tell(NewsKind.Answer, Arrived(area, title));
        if (area.Kind is "stand" or "table" or "stage")
            await AwaitTalkAsync(talk => talk.Area == area.Id, () => Picture.Plan is { } now && PlanPlaces.TalkAreaAt(now, walk.Position)?.Id == area.Id);
        return Answer.Done;
    }

    /// <summary>Beside somebody; over when one talks with them, or the house says why not.</summary>
    public async Task<Answer> GoToAsync(PersonView person)
    {
        var name = TerminalText.Line(person.Member.Name);
        if (Picture.Plan is null)
            return NoRoom();
        if (Picture.At(person.Handle) is null)
            return Answer.No(words.Say("walk.outOfSight", ("name", name)));
        if (IsWith(house.Talk, person))
            return Answer.Yes(words.Say("walk.arrivedAt", ("title", name)));
        house.News.Tell(NewsKind.Answer, words.Say("walk.startTo", ("title", name)));
        WalkResult walk = default;
        for (var tries = 0; tries < MostTries; tries++)
        {
            walk = await WalkAsync(() => Beside(person.Handle));
            if (walk.Outcome is WalkOutcome.Stopped or WalkOutcome.Interrupted)
                return Answer.Done;
            if (!walk.Arrived)
                return NoWay(name);
            // They may have walked on meanwhile.
            if (Picture.At(person.Handle) is not { } there || there.DistanceTo(walk.Position) <= TalkReach)
                break;
        }
        house.News.Tell(NewsKind.Answer, words.Say("walk.arrivedAt", ("title", name)));
        await AwaitTalkAsync(talk => IsWith(talk, person), () => MayMeet(person, walk.Position));
        return Answer.Done;
    }

    /// <summary>A few tiles in a direction, as far as nothing is in the way. A step that comes before the last one has ended goes on from there.</summary>
    public async Task<Answer> StepAsync(int right, int down, int tiles)
    {
        if (Picture.Plan is not { } plan)
            return NoRoom();
        var way = new WayFinder(plan);
        var here = connection.Walker.Position;
        var (column, row) = ((int)Math.Floor(here.TileX), (int)Math.Floor(here.TileY));
        Position? there = null;
        for (var step = 1; step <= tiles; step++)
        {
            // From the middle of one tile to the middle of the next, so that nobody scrapes along walls.
            var next = Position.FromTiles(column + (right * step) + 0.5, row + (down * step) + 0.5);
            if (!way.IsFree(next))
                break;
            there = next;
        }
        if (there is not { } target)
            return Answer.No(words.Say("walk.blocked"));
        goal = null;
        await connection.Walker.WalkAroundToAsync(target.TileX, target.TileY);
        return Answer.Done;
    }

    public async Task<Answer> StopAsync()
    {
        goal = null;
        await connection.Walker.StopAsync();
        return Answer.Done;
    }

    /// <summary>The house has put one back: whoever had arrived just before that, by their own word, sets out once more.</summary>
    public async Task<Answer> ReturnAsync()
    {
        if (goal is { } last && last.IsTakenUpAgain())
            await WalkAsync(last);
        return Answer.Done;
    }

    /// <summary>What one set out for is not taken up again: one is in a room anew.</summary>
    public void Forget() => goal = null;

    /// <summary>Walks beside somebody once, if they are further away than one who goes along; false when they are not in sight.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; one stands where one was then.</exception>
    public async Task<bool> TrailAsync(int handle, CancellationToken cancellation)
    {
        if (Picture.Plan is null || Picture.At(handle) is not { } there)
            return false;
        // whoever follows sets out again by themselves
        goal = null;
        if (there.DistanceTo(connection.Walker.Position) > TalkReach)
        {
            var place = Beside(handle);
            await connection.Walker.WalkAroundToAsync(place.TileX, place.TileY, cancellation);
        }
        return true;
    }

    /// <summary>Walks to where something is; where the house took steps back, from there once more.</summary>
    Task<WalkResult> WalkAsync(Func<Position> target)
    {
        var next = new WalkGoal(target, time);
        goal = next;
        return WalkAsync(next);
    }

    async Task<WalkResult> WalkAsync(WalkGoal to)
    {
        for (var tries = 1; ; tries++)
        {
            // one was stopped meanwhile, or has set out for something else
            if (goal != to)
                return new(WalkOutcome.Stopped, connection.Walker.Position);
            var there = to.Place;
            var walk = await connection.Walker.WalkAroundToAsync(there.TileX, there.TileY);
            if (walk.Arrived)
                to.Arrive();
            if (walk.Outcome != WalkOutcome.PutBack || tries == MostTries)
                return walk;
        }
    }

    Position Beside(int handle) => Picture.Plan is { } plan && Picture.At(handle) is { } there
        ? PlanPlaces.Beside(plan, there, connection.Walker.Position)
        : connection.Walker.Position;

    /// <summary>Enters, and waits until the room has been told of.</summary>
    async Task<Answer> ArriveAsync(Func<Task<Reply<EnterResult>>> enter)
    {
        // a door that does not let one in is not gone through again and again
        goal = null;
        var before = house.Arrivals;
        var reply = await enter();
        if (reply is { Granted: false, Value: { } refusal })
        {
            var until = refusal.Until > 0 ? words.Say("log.until", ("time", house.Moment(refusal.Until))) + "." : "";
            var reason = refusal.Reason.Length > 0 ? words.Say("notice.reason", ("reason", refusal.Reason)) : "";
            return Answer.Refused(words, reply.Error, $"{until} {reason}".Trim());
        }
        if (!reply.Granted)
            return Answer.Refused(words, reply.Error);
        // the house drops a wait with it, and would be asked for it again
        await CameIn();
        await AwaitAsync(() => house.Arrivals > before, "the room is told of", newsPatience);
        return Answer.Done;
    }

    /// <param name="isIt">The one that is waited for.</param>
    /// <param name="mayBegin">Where this does not hold none begins, and the house says nothing of that.</param>
    Task AwaitTalkAsync(Func<TalkView, bool> isIt, Func<bool> mayBegin)
    {
        var (before, since) = (house.Refusals, time.GetTimestamp());
        return AwaitAsync(
            () => house.Refusals > before || (house.Talk is { } talk && isIt(talk)) || (time.GetElapsedTime(since) > talkBegins && !mayBegin()),
            "a conversation begins", newsPatience);
    }

    /// <summary>
    /// Whether the house may bring one together with somebody, as far as can be seen from here: in the same area, or near each other in none while one is to be talked to.
    /// </summary>
    /// <param name="person">Who that is.</param>
    /// <param name="here">Where one has arrived; the house may have put one back from there for a moment.</param>
    bool MayMeet(PersonView person, Position here)
    {
        if (Picture.Plan is not { } plan || Picture.PersonOf(person.Handle) is null || Picture.At(person.Handle) is not { } there)
            return false;
        var (area, theirs) = (PlanPlaces.TalkAreaAt(plan, here), PlanPlaces.TalkAreaAt(plan, there));
        if (area?.Id != theirs?.Id || area is { Kind: "quiet" })
            return false;
        return area is not null || (there.DistanceTo(here) <= TalkReach && Picture.PersonOf(Picture.Handle) is { Availability: "available" });
    }

    /// <summary>Waits for something that the news bring, or not: what does not come is no fault.</summary>
    async Task AwaitAsync(Func<bool> condition, string what, TimeSpan patience)
    {
        try
        {
            await connection.WaitUntilAsync(_ => condition(), what, patience);
        }
        catch (TimeoutException)
        {
            // One stands there all the same.
        }
    }

    static bool IsWith(TalkView? talk, PersonView person) => talk is not null && Array.Exists(talk.People, each => each.Handle == person.Handle);

    string Arrived(AreaView area, string title) => words.Say(area.Kind == "stand" ? "walk.arrivedAtStand" : "walk.arrivedAt", ("title", title));

    Answer NoWay(string title) => Answer.No(words.Say("walk.noWay", ("title", title)));

    Answer NoRoom() => Answer.No(words.Say("text.noRoom"));
}
