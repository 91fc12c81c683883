using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Stage;

/// <summary>Somebody in the house, by the client that everybody has.</summary>
sealed class Person : IAsyncDisposable
{
    /// <summary>So often somebody sets out again.</summary>
    const int MostPutBacks = 10;

    readonly HouseConnection connection;
    readonly List<object> bellNews = [];
    Stroll? arrived;
    int turnedBack;
    bool gone;

    public Person(HouseConnection connection)
    {
        this.connection = connection;
        connection.PutBack += SetOutAgain;
        connection.BellRang += Note;
        connection.BellStops += Note;
        connection.BellChanged += Note;
        connection.StandAttended += Note;
    }

    /// <summary>Comes to the house, and hears what is told at once.</summary>
    public static async Task<Person> ComeAsync(HouseClientOptions options)
    {
        Person? person = null;
        await HouseConnection.ConnectAsync(options, connection => person = new(connection));
        return person!;
    }

    public HouseConnection Connection => connection;

    public RoomPicture Picture => connection.Picture;

    /// <summary>All that was told about bells and duty, in its order.</summary>
    public object[] BellNews { get { lock (bellNews) return [.. bellNews]; } }

    public string Name => connection.Me.Name;

    public string Id => connection.Me.Id;

    /// <summary>The name under which this person is shown in the room: with a number while somebody of the same name is there, or waits for a lost line.</summary>
    public string ShownName => Picture.PersonOf(Id)?.Member.Name ?? Name;

    /// <summary>Where this person stands by its own word.</summary>
    public Spot Here => new(Id, ShownName, Picture.Own);

    public Spot At(double x, double y) => new(Id, ShownName, Position.FromTiles(x, y));

    public async Task Enter(string room)
    {
        arrived = null;
        var reply = await connection.EnterAsync(room);
        Assert.True(reply.Granted, $"{Name} may not enter {room}: {reply.Error} {reply.Fault}");
    }

    public async Task GoThrough(string door)
    {
        arrived = null;
        var reply = await connection.EnterThroughAsync(door);
        Assert.True(reply.Granted, $"{Name} may not go through {door}: {reply.Error} {reply.Fault}");
    }

    /// <summary>Around walls, to a place in tiles.</summary>
    public Task WalkTo(double x, double y)
    {
        turnedBack = 0;
        return WalkThere(x, y);
    }

    async Task WalkThere(double x, double y)
    {
        arrived = null;
        var from = Picture.Own;
        var walk = await connection.Walker.WalkAroundToAsync(x, y);
        // on a machine that stood still for a while the house may not grant a step; people walk on
        for (var tries = 0; walk.Outcome == WalkOutcome.PutBack && tries < MostPutBacks; tries++) walk = await connection.Walker.WalkAroundToAsync(x, y);
        Assert.True(walk.Arrived, $"{Name} wanted to {x}, {y} and is at {walk.Position}: {walk.Outcome}. {connection.Describe()}");
        arrived = new(from, x, y, Environment.TickCount64);
    }

    void Note(object news)
    {
        lock (bellNews) bellNews.Add(news);
    }

    /// <summary>A machine that stood still brings a whole walk to the house at once, which takes it back when one has arrived by one's own word already.</summary>
    void SetOutAgain(PutBackEvent news)
    {
        if (gone || arrived is not { } stroll || !stroll.MayBeTakenBackTo(new(news.X, news.Y)) || turnedBack++ >= MostPutBacks) return;
        _ = WalkThere(stroll.X, stroll.Y); // who waits for its end sees it by the picture
    }

    /// <summary>Walks to where one comes into a conversation. The house may take back the last step as well, when one has arrived already: then once more.</summary>
    public async Task WalkToTalk(double x, double y, Func<RoomPicture, bool> talks, string what)
    {
        for (var tries = 0; ; tries++)
        {
            var before = connection.Traffic.PutBacks;
            await WalkTo(x, y);
            await WaitUntil(p => talks(p) || (tries < MostPutBacks && connection.Traffic.PutBacks > before), what);
            if (talks(Picture)) return;
        }
    }

    /// <summary>A step as somebody says it who keeps to no rule.</summary>
    public Task<ErrorCode> Says(double x, double y, int heading = Protocol.Standing)
    {
        arrived = null;
        var there = Position.FromTiles(x, y);
        return connection.SendMoveAsync(there.X, there.Y, heading);
    }

    /// <summary>
    /// Takes a step that is put back. Over when its client has said, too, that it stands there: what the test says next would be overtaken by that word.
    /// </summary>
    public async Task IsPutBackFrom(double x, double y, string what = "she is put back")
    {
        var before = connection.Traffic;
        Assert.Equal(ErrorCode.None, await Says(x, y));
        await WaitUntil(_ => connection.Traffic.PutBacks > before.PutBacks, what);
        for (var i = 0; i < 500 && connection.Traffic.MovesSent < before.MovesSent + 2; i++) await Task.Delay(10);
        Assert.True(connection.Traffic.MovesSent >= before.MovesSent + 2, $"{Name} has not said where it was put. {connection.Describe()}");
    }

    /// <summary>Sees somebody stand exactly there, knowing who it is.</summary>
    public Task Sees(Spot spot) => WaitUntil(
        p => p.PersonOf(spot.Member) is { } there && there.Member.Name == spot.Name && p.At(there.Handle) == spot.Position && p.Stands(there.Handle),
        $"{spot.Name} stands at {spot.Position}");

    public Task SeesIn(string room) => WaitUntil(p => p.Room?.Id == room, $"the room is {room}");

    /// <summary>Has the person in the list of people, in sight or not.</summary>
    public Task Knows(Person other) => WaitUntil(p => p.PersonOf(other.Id) is not null, $"{other.Name} is in the room");

    public Task Misses(Person other) => WaitUntil(p => p.PersonOf(other.Id) is null && p.At(other.Id) is null, $"{other.Name} is gone");

    /// <summary>Is in one conversation with these, and nobody else.</summary>
    public Task TalksWith(params Person[] others) => WaitUntil(
        p => p.Talk is { } talk && talk.People.Select(each => p.PersonOf(each.Handle)?.Member.Id).Order().SequenceEqual(others.Append(this).Select(o => o.Id).Order()),
        others.Length == 0 ? "one is alone in a conversation" : $"one talks with {string.Join(" and ", others.Select(o => o.Name))}");

    public Task TalksWithNobody() => WaitUntil(p => p.Talk is null, "one is in no conversation");

    public Task WaitUntil(Func<RoomPicture, bool> condition, string what, TimeSpan? timeout = null) => connection.WaitUntilAsync(condition, what, timeout);

    /// <summary>Leaves, and is not kept a place for.</summary>
    public async ValueTask DisposeAsync()
    {
        if (gone) return;
        gone = true;
        if (connection.State.Status == ConnectionStatus.Connected && Picture.Room is not null) await connection.LeaveAsync();
        await connection.DisposeAsync();
    }
}

/// <summary>A walk that is over: from where, to where in tiles, and when.</summary>
readonly record struct Stroll(Position From, double X, double Y, long At)
{
    /// <summary>So long after it, in milliseconds, a walk may be taken back; later somebody else has put this person where it is.</summary>
    const long Late = 3_000;

    public bool MayBeTakenBackTo(Position place)
    {
        var to = Position.FromTiles(X, Y);
        return Environment.TickCount64 - At < Late
            && place.X >= Math.Min(From.X, to.X) && place.X <= Math.Max(From.X, to.X) && place.Y >= Math.Min(From.Y, to.Y) && place.Y <= Math.Max(From.Y, to.Y);
    }
}

/// <summary>A person at a place.</summary>
readonly record struct Spot(string Member, string Name, Position Position);
