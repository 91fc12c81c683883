using System.Net.Http.Json;
using System.Text.Json;

namespace Klapphaus.Benchmarks.Generator.Drivers;

/// <summary>Colyseus 0.18: a seat over HTTP, then the room's protocol with the stream of schema patches.</summary>
sealed class ColyseusClient(int id, int port, IUpdateSink sink, bool stroll) : PeerClient(id, port, sink)
{
    const byte Join = 10;
    const byte Error = 11;
    const byte RoomData = 13;
    const byte WholeState = 14;
    const byte StatePatch = 15;

    static readonly HttpClient http = new();
    static readonly SemaphoreSlim first = new(1, 1);
    static volatile bool created;

    readonly ColyseusState state = new();
    volatile bool joined;

    public override async Task ConnectAsync(int x, int y)
    {
        Ws.OnMessage = Message;
        var seat = await TakeSeatAsync(x, y);
        await Ws.ConnectAsync(Port, $"/{Text(seat, "processId")}/{Text(seat, "roomId")}?sessionId={Text(seat, "sessionId")}");
        await UntilAsync(() => joined, "the room's state");
    }

    /// <summary>The message "p" with {x, y, d}.</summary>
    public override void SendMove(int x, int y, int direction)
    {
        Span<byte> message = stackalloc byte[32];
        ((ReadOnlySpan<byte>)[RoomData, 0xA1, (byte)'p', 0x83]).CopyTo(message);
        var at = 4;
        at += Field(message[at..], 'x', x);
        at += Field(message[at..], 'y', y);
        at += Field(message[at..], 'd', direction);
        Ws.SendBinary(message[..at]);
    }

    static int Field(Span<byte> to, char name, int number)
    {
        (to[0], to[1]) = (0xA1, (byte)name);
        return 2 + MsgPackReader.WriteInt(to[2..], number);
    }

    static string Text(JsonElement seat, string name) =>
        (seat.TryGetProperty(name, out var own) ? own : seat.GetProperty("room").GetProperty(name)).GetString()!;

    async Task<JsonElement> TakeSeatAsync(int x, int y)
    {
        var hold = !created;
        if (hold) await first.WaitAsync(); // the first one creates the room, the others must find it
        try
        {
            using var answer = await http.PostAsJsonAsync($"http://127.0.0.1:{Port}/matchmake/joinOrCreate/plaza", new { id = Id, x, y });
            var seat = await answer.Content.ReadFromJsonAsync<JsonElement>();
            created = true;
            return seat;
        }
        finally
        {
            if (hold) first.Release();
        }
    }

    void Message(ReadOnlySpan<byte> message, long now)
    {
        switch (message[0] & 0x1F)
        {
            case Join:
                Ws.SendBinary([Join]);
                break;
            case WholeState:
                // in plaza only steps count; in stroll the state of those who stand does, too
                Apply(message[1..], report: stroll, now);
                joined = true;
                break;
            case StatePatch:
                Apply(message[1..], report: true, now);
                break;
            case Error:
                BadMessages++;
                break;
        }
    }

    void Apply(ReadOnlySpan<byte> patch, bool report, long now)
    {
        var changed = state.Apply(patch, out var readable);
        if (!readable) BadMessages++;
        if (!report) return;
        foreach (var reference in changed)
        {
            var player = state[reference];
            if (player.Known) Sink.OnUpdate(Id, player.Id, player.X, player.Y, player.Direction, now);
            else BadMessages++;
        }
    }
}
