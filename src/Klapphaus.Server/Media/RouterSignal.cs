using System.Text.Json;
using System.Text.Json.Nodes;

namespace Klapphaus.Server.Media;

/// <summary>
/// What the house and a browser say to each other about the media server: JSON, in the same envelope in which browsers speak among themselves. Every one
/// but waiting has the session in which it counts; one that came late belongs to nothing.
/// </summary>
static class RouterSignal
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    /// <summary>There is a place: the browser sends its offer, and gets others' as they come.</summary>
    public static string Seated(string session) => Write(new { kind = "seated", session });

    /// <summary>The media server is not there; what can be had without it goes on.</summary>
    public static string Waiting() => Write(new { kind = "waiting", session = "" });

    public static string Answer(string session, string sdp) => Write(new { kind = "answer", session, sdp });

    public static string Offer(string session, string sdp, IReadOnlyList<MediaStreamView> streams) => Write(new { kind = "offer", session, sdp, streams });

    /// <summary>What a browser says; null when it is none of it.</summary>
    public static Heard? Read(string written)
    {
        try
        {
            if (JsonNode.Parse(written, documentOptions: new() { MaxDepth = 8 }) is not JsonObject given || Text(given["session"]) is not { Length: > 0 } session) return null;
            return Text(given["kind"]) switch
            {
                "publish" when Text(given["sdp"]) is { Length: > 0 } sdp => new(HeardKind.Publish, session, sdp),
                "answer" when Text(given["sdp"]) is { Length: > 0 } sdp => new(HeardKind.Answer, session, sdp),
                "candidate" when Direction(given["direction"]) is { } direction => new(HeardKind.Candidate, session, "", direction, Candidate(given["candidate"])),
                "again" => new(HeardKind.Again, session),
                "done" => new(HeardKind.Done, session),
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException) // not JSON; deeper than anything we say; a name twice
        {
            return null;
        }
    }

    /// <summary>Null, too, for what has a NUL in it: Janus refuses the whole message then, and does not say which.</summary>
    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && !text.Contains('\0', StringComparison.Ordinal) ? text : null;

    static MediaDirection? Direction(JsonNode? node) => Text(node) switch { "publish" => MediaDirection.Publish, "receive" => MediaDirection.Receive, _ => null };

    /// <summary>Only what a candidate has, of the kind that it is.</summary>
    static JsonObject? Candidate(JsonNode? node)
    {
        if (node is not JsonObject given || Text(given["candidate"]) is not { Length: > 0 } candidate) return null;
        var clean = new JsonObject { ["candidate"] = candidate };
        if (Text(given["sdpMid"]) is { } mid) clean["sdpMid"] = mid;
        if (given["sdpMLineIndex"] is JsonValue value && value.TryGetValue(out int index)) clean["sdpMLineIndex"] = index;
        return clean;
    }

    static string Write<T>(T signal) => JsonSerializer.Serialize(signal, json);

    public enum HeardKind
    {
        Publish,
        Answer,
        Candidate,
        Again,
        Done,
    }

    /// <param name="Kind">What is said.</param>
    /// <param name="Session">When it counts.</param>
    /// <param name="Sdp">The offer or the answer.</param>
    /// <param name="Direction">Of a candidate: of which connection.</param>
    /// <param name="Candidate">Null when there are no more.</param>
    public sealed record Heard(HeardKind Kind, string Session, string Sdp = "", MediaDirection Direction = MediaDirection.Publish, JsonObject? Candidate = null);
}
