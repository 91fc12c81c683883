using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>Somebody's visit of the house by text: the line, what is known of the house, and everything that one can do there. Both surfaces stand on it.</summary>
sealed class TextVisit : IAsyncDisposable
{
    readonly HouseSite site;
    readonly TextOptions options;
    readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The room and the area that a link has led to.</summary>
    (string Room, string Area)? destination;

    TextVisit(HouseConnection connection, HouseSite site, TextOptions options, TextWords words, TimeProvider time)
    {
        (Connection, this.site, this.options) = (connection, site, options);
        House = new(connection.Me, connection.Picture, words, time);
        Lists = new(House);
        var hub = new HubDesk(connection, words);
        Walks = new(connection, House, time);
        Follow = new(connection, House, Walks, hub, time);
        Talks = new(hub, House);
        Order = new(connection, site, hub, House, time);
        Stands = new(site, House);
        Bells = new(hub, House, Stands);
        Office = new(site, hub, House);
        Bag = new(site, Stands, words);
        Cards = new(site, hub, Stands, words);
        Wait = new(connection, House, room => RunAsync(() => EnterAwaitedAsync(room)), time);
        Walks.CameIn = Wait.EndAsync;
        // before the house hears of it: whoever has waited for that sets out at once
        connection.RoomEntered += news => Walks.Forget();
        House.ListenTo(connection);
        House.RingLost += ring => _ = RunAsync(() => Bells.RingOnAsync(ring));
        connection.PutBack += news => _ = RunAsync(Walks.ReturnAsync);
        connection.Changed += Heed;
        connection.Moderated += Heed;
        Heed(connection.State);
    }

    public HouseConnection Connection { get; }

    public TextHouse House { get; }

    public TextLists Lists { get; }

    public WalkErrands Walks { get; }

    public FollowErrand Follow { get; }

    public TalkErrands Talks { get; }

    public OrderErrands Order { get; }

    public StandErrands Stands { get; }

    public BellErrands Bells { get; }

    public OfficeErrands Office { get; }

    public BagErrands Bag { get; }

    public CardErrands Cards { get; }

    public RoomWait Wait { get; }

    /// <summary>Done when the house has ended the visit for good, with false. It fails with a fault of this program.</summary>
    public Task<bool> Ended => ended.Task;

    /// <summary>Comes to the house, into no room yet.</summary>
    public static async Task<Reply<TextVisit>> ComeAsync(TextOptions options, TextWords words, TimeProvider time, CancellationToken cancellation)
    {
        var client = new HouseClientOptions { Address = options.House, Token = options.Token, Client = "Klapphaus.Desktop text", TimeProvider = time };
        var reply = await HouseConnection.TryConnectAsync(client, cancellation);
        return reply is { Granted: true, Value: { } connection }
            ? new(ErrorCode.None, new(connection, new(client, words.Language), options, words, time))
            : new(reply.Error, Fault: reply.Fault);
    }

    /// <summary>Into the room that was wished for, or in which the stand is that was; else where one was or where one arrives.</summary>
    public async Task<Answer> EnterFirstAsync()
    {
        var rooms = House.Rooms;
        if (rooms.Count == 0)
            return Answer.No(House.Words.Say("room.none"));
        var room = await FindWishedAsync();
        var start = ById(Connection.StartRoom);
        var first = room ?? ById(Connection.RoomOnArrival) ?? start ?? rooms[0];
        // Whoever is on duty for the stand comes in at it; everybody else walks there.
        var answer = Wait.Offer(first, await Walks.EnterAsync(first, room is null ? null : options.Stand));
        // A link, or an earlier visit, led to where one may not be; where one arrives is open to everybody.
        if (answer.IsDone || start is null || answer.Error is not (ErrorCode.RoomNotAllowed or ErrorCode.RoomBanned or ErrorCode.RoomShut or ErrorCode.RoomUnknown))
            return answer;
        foreach (var line in answer.Lines)
            House.News.Tell(NewsKind.Answer, line);
        return Wait.Offer(start, await Walks.EnterAsync(start));
    }

    /// <summary>On to the stand or the area that a link has led to; done at once where it led to none, or one came into another room.</summary>
    public Task<Answer> GoOnAsync()
    {
        if (destination is not var (room, area) || House.Picture.Room?.Id != room)
            return Task.FromResult(Answer.Done);
        destination = null;
        return House.Picture.Plan is { } plan && Array.Find(plan.Areas, each => each.Id == area) is { } place
            ? Walks.GoToAsync(place)
            : Task.FromResult(Answer.No(House.Words.Say("text.nowhere", ("name", area))));
    }

    /// <summary>Starts something that takes a while; what came of it is told as news. A fault of this program ends the visit, and is not lost.</summary>
    public async Task RunAsync(Func<Task<Answer>> errand)
    {
        try
        {
            foreach (var line in (await errand()).Lines)
                House.News.Tell(NewsKind.Answer, line);
        }
        catch (Exception fault)
        {
            ended.TrySetException(fault);
        }
    }

    /// <summary>Leaves the house, and is not kept a place for.</summary>
    public async ValueTask DisposeAsync()
    {
        await Follow.DisposeAsync();
        await Wait.DisposeAsync();
        if (Connection.State.Status == ConnectionStatus.Connected && Connection.Picture.Room is not null)
            await Connection.LeaveAsync();
        await Connection.DisposeAsync();
        site.Dispose();
    }

    /// <summary>There is a place now in a room for which one has waited; where a link has led to it, one goes on to where it led.</summary>
    async Task<Answer> EnterAwaitedAsync(RoomSummary room)
    {
        var isMeant = destination?.Room == room.Id;
        var entered = await Walks.EnterAsync(room, isMeant ? options.Stand : null);
        return isMeant && entered.IsDone ? await GoOnAsync() : entered;
    }

    /// <summary>The room that was wished for; null where none was, or there is none such, which is told then.</summary>
    async Task<RoomSummary?> FindWishedAsync()
    {
        var (room, area) = (options.Room, options.Area);
        if (options.Stand is { } id)
        {
            var (stand, answer) = await Stands.ReadAsync(id);
            if (stand is null)
            {
                foreach (var line in answer.Lines)
                    House.News.Tell(NewsKind.Answer, line);
                return null;
            }
            (room, area) = (stand.Room, stand.Area);
        }
        if (string.IsNullOrWhiteSpace(room))
            return null;
        if (FindRoom(room) is not { } found)
        {
            House.News.Tell(NewsKind.Answer, House.Words.Error(ErrorCode.RoomUnknown));
            return null;
        }
        if (area is not null)
            destination = (found.Id, area);
        return found;
    }

    RoomSummary? FindRoom(string wished) =>
        ById(wished) ?? NameMatch.Find(House.Rooms, room => House.Words.Named(room.Names), wished) switch { [var only] => only, _ => null };

    RoomSummary? ById(string? id) => House.Rooms.FirstOrDefault(room => room.Id == id);

    void Heed(ConnectionState state)
    {
        if (state.IsFinal)
            ended.TrySetResult(false);
        // What one is on duty for, and has rung for, the house knows only of this line.
        if (state.Status == ConnectionStatus.Connected)
            _ = RunAsync(Bells.ComeBackAsync);
    }

    /// <summary>Who is sent to another room goes there, and who is put elsewhere stays there.</summary>
    void Heed(ModeratedEvent news)
    {
        if (news is { Kind: "sent", Room: { } id } && ById(id) is { } room)
            _ = RunAsync(() => Walks.EnterAsync(room));
        else if (news.Kind == "moved")
            _ = RunAsync(Walks.StopAsync);
    }
}
