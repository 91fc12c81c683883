using System.Globalization;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using MessagePack;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>
/// The house itself, by its real protocol: a guest signs in under its id as name, enters the one room, and walks as the house's own clients do. What the
/// message of moves says about forgetting is passed over: whoever the server leaves out is then judged where it was last, and found wrong.
/// </summary>
sealed class KlapphausClient(int id, int port, IUpdateSink sink, bool stroll, bool talks) : HubClient(id, port, sink)
{
    const string Room = "plaza";

    /// <summary>The arena lies within walls of one tile.</summary>
    const int Offset = Arena.Tile;

    const int Unknown = -1;

    static readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false });

    int[] idOf = []; // by handle
    (int X, int Y)? arrival;
    volatile bool entered;
    int conversation;
    int joined;

    public override bool MotionAware => true;

    /// <summary>How often the client came into a conversation, as people do who stop beside others.</summary>
    public override int Talks => Volatile.Read(ref joined);

    public override (int X, int Y)? Arrival => arrival;

    public override async Task ConnectAsync(int x, int y)
    {
        await OpenAsync($"{Protocol.HubPath}?access_token={Uri.EscapeDataString(await SignInAsync())}");
        var hello = await AskAsync<HelloRequest, HelloResult>("Hello", new() { Protocol = Protocol.Version, Client = "yardstick" });
        if (hello.Error != 0) throw new IOException($"Client {Id} was not greeted: {(ErrorCode)hello.Error}.");
        var enter = await AskAsync<EnterRequest, EnterResult>("Enter", new() { Room = Room });
        if (enter.Error != 0) throw new IOException($"Client {Id} was not let in: {(ErrorCode)enter.Error}.");
        await UntilAsync(() => entered, "the room");
        if (!talks) await AskAsync<AvailabilityRequest, AskResult>("SetAvailability", new() { Availability = "busy" });
    }

    public override void SendMove(int x, int y, int direction) => Send("Move"u8, x + Offset, y + Offset, direction);

    protected override void OnInvocation(ReadOnlySpan<byte> target, MsgPackReader arguments, long now)
    {
        if (target.SequenceEqual("m"u8)) Moved(arguments.Bytes(), now);
        else if (target.SequenceEqual("PeopleChanged"u8)) Take(Read<PeopleChangedEvent>(arguments));
        else if (target.SequenceEqual("RoomEntered"u8)) Take(Read<RoomEnteredEvent>(arguments));
        else if (target.SequenceEqual("PutBack"u8)) Refused++;
        else if (target.SequenceEqual("TalkChanged"u8)) Take(Read<TalkChangedEvent>(arguments));
        else if (target.SequenceEqual("SentAway"u8)) Ws.Close();
    }

    static T Read<T>(MsgPackReader arguments) => MessagePackSerializer.Deserialize<T>(arguments.Rest.ToArray());

    async Task<string> SignInAsync()
    {
        using var answer = await http.PostAsJsonAsync(
            $"http://127.0.0.1:{Port}/api/session?token=true", new SessionRequest { Name = Id.ToString(CultureInfo.InvariantCulture) });
        if (!answer.IsSuccessStatusCode) throw new IOException($"Client {Id} could not sign in: {(int)answer.StatusCode}.");
        var session = await answer.Content.ReadFromJsonAsync<SessionView>();
        return session?.Token ?? throw new IOException($"Client {Id} got no token.");
    }

    async Task<TResult> AskAsync<TRequest, TResult>(string method, TRequest request) =>
        MessagePackSerializer.Deserialize<TResult>(await InvokeAsync(method, MessagePackSerializer.Serialize(request)));

    void Take(RoomEnteredEvent room)
    {
        foreach (var person in room.People) Remember(person);
        arrival = (room.X - Offset, room.Y - Offset);
        entered = true;
    }

    void Take(TalkChangedEvent change)
    {
        var now = change.Talk?.Id ?? 0;
        if (now != 0 && now != conversation) Interlocked.Increment(ref joined);
        conversation = now;
    }

    void Take(PeopleChangedEvent change)
    {
        if (change.All) Array.Fill(idOf, Unknown);
        foreach (var left in change.Left) idOf[left] = Unknown;
        foreach (var person in change.Entered) Remember(person);
    }

    void Remember(PersonView person)
    {
        if (person.Handle >= idOf.Length)
        {
            var known = idOf.Length;
            Array.Resize(ref idOf, Math.Max(person.Handle + 1, known * 2));
            Array.Fill(idOf, Unknown, known, idOf.Length - known);
        }
        idOf[person.Handle] = int.TryParse(person.Member.Name, CultureInfo.InvariantCulture, out var name) ? name : Unknown;
    }

    /// <summary>The bytes are described at <see cref="AvatarsMoved"/>.</summary>
    void Moved(ReadOnlySpan<byte> frame, long now)
    {
        var records = frame[AvatarsMoved.HeaderLength..];
        if ((frame[0] & AvatarsMoved.CellFollows) != 0) records = records[AvatarsMoved.CellLength..];
        for (; records.Length >= AvatarsMoved.RecordLength; records = records[AvatarsMoved.RecordLength..])
        {
            var move = AvatarsMoved.Read(records);
            if (move.Handle >= idOf.Length) continue; // its name comes with the list of people
            int x = Arena.Within(move.X - Offset), y = Arena.Within(move.Y - Offset);
            if (stroll && move.AgeMilliseconds > 0)
            {
                var (aheadX, aheadY) = Arena.Ahead(x, y, move.Heading, move.AgeMilliseconds / 1000.0);
                (x, y) = (Arena.Within(aheadX), Arena.Within(aheadY));
            }
            Sink.OnUpdate(Id, idOf[move.Handle], x, y, move.Heading, now);
        }
        if (records.Length != 0) BadMessages++;
    }
}
