using System.Text.Json.Nodes;

namespace Klapphaus.Server.Media.Janus;

/// <summary>One connection of one browser with Janus, seen from here.</summary>
sealed class JanusHandle(JanusConnection connection, long id, Action<JsonObject> hears)
{
    public long Id => id;

    /// <summary>Called on a foreign thread when the connection has ended.</summary>
    public Action Lost { get; set; } = () => { };

    public Action<JsonObject> Hears => hears;

    /// <summary>Asks the plugin; answers with its data, and with the SDP that came along, if one did.</summary>
    /// <exception cref="MediaRouterFault">No answer, or one that refuses.</exception>
    public async Task<(JsonObject Data, string? Sdp)> AskAsync(JsonObject body, string? kind = null, string? sdp = null)
    {
        var request = new JsonObject { ["janus"] = "message", ["handle_id"] = id, ["body"] = body };
        if (sdp is not null) request["jsep"] = new JsonObject { ["type"] = kind, ["sdp"] = sdp };
        var said = await connection.AskAsync(request);
        return (said["plugindata"]?["data"] as JsonObject ?? [], (string?)said["jsep"]?["sdp"]);
    }

    public Task AddCandidateAsync(JsonNode? candidate) => connection.AskAsync(
        new() { ["janus"] = "trickle", ["handle_id"] = id, ["candidate"] = candidate?.DeepClone() ?? new JsonObject { ["completed"] = true } }, byAck: true);

    public Task DetachAsync() => connection.DetachAsync(this);
}
