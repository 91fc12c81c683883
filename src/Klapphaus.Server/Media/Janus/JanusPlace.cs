using System.Text.Json.Nodes;
using Klapphaus.World.Conversations;

namespace Klapphaus.Server.Media.Janus;

/// <summary>One person's two handles in a VideoRoom: one that publishes and hears who else does, and one that receives the others.</summary>
sealed class JanusPlace : IMediaPlace
{
    /// <summary>A browser sends its three kinds always in this order, so that the names of the ways are known.</summary>
    static readonly (MediaKinds Kind, string Mid, string Word)[] ways =
        [(MediaKinds.Microphone, "0", "microphone"), (MediaKinds.Camera, "1", "camera"), (MediaKinds.Screen, "2", "screen")];

    /// <summary>A browser answers an offer within moments; one that has not within this time has lost it.</summary>
    static readonly TimeSpan unanswered = TimeSpan.FromSeconds(10);

    /// <summary>Between a person and what tells one place of theirs from another; no member's id has it.</summary>
    const char Mark = '/';

    const int NoSuchFeed = 428;
    const int NothingPublished = 438;

    readonly Lock gate = new();
    readonly JanusConnection janus;
    readonly string room;
    readonly string feed;
    readonly IMediaGuest guest;
    readonly TimeProvider time;
    readonly Dictionary<string, HashSet<string>> publishers = [];

    /// <summary>Those who stopped publishing: Janus has ended what was received of them, also if they publish again by now.</summary>
    readonly HashSet<string> stopped = [];
    HashSet<(string Feed, string Mid)> received = [];
    JanusHandle? receiver;
    string roomSecret = "";
    long privateId;
    long offeredAt;
    bool offers;
    bool owes;
    int gone;

    JanusPlace(JanusConnection janus, string room, string person, IMediaGuest guest, TimeProvider time)
    {
        (this.janus, this.room, this.guest, this.time) = (janus, room, guest, time);
        feed = $"{person}{Mark}{Guid.NewGuid():N}";
    }

    /// <summary>The handle that publishes.</summary>
    public JanusHandle Handle { get; private set; } = null!;

    public static async Task<JanusPlace> OpenAsync(JanusConnection janus, string room, string person, IMediaGuest guest, TimeProvider time)
    {
        var place = new JanusPlace(janus, room, person, guest, time);
        place.Handle = await janus.AttachAsync(place.Hear);
        place.Handle.Lost = place.LoseOnce;
        return place;
    }

    /// <summary>Comes in by a token, and sees to it that nobody does so by the same once more.</summary>
    public async Task EnterAsync(string secret, string token)
    {
        var (joined, _) = await Handle.AskAsync(new() { ["request"] = "join", ["ptype"] = "publisher", ["room"] = room, ["id"] = feed, ["token"] = token });
        await Handle.AskAsync(new() { ["request"] = "allowed", ["room"] = room, ["secret"] = secret, ["action"] = "remove", ["allowed"] = new JsonArray(token) });
        privateId = (long)joined["private_id"]!;
        roomSecret = secret;
        Know(joined["publishers"], isOld: true);
    }

    public async Task<string> PublishAsync(string offer)
    {
        var (_, answer) = await Handle.AskAsync(new() { ["request"] = "publish" }, "offer", offer);
        return answer ?? throw new MediaRouterFault("The media server gave no answer to an offer.");
    }

    public async Task UnpublishAsync() => await Handle.AskAsync(new() { ["request"] = "unpublish" });

    public async Task ReceiveAsync(IReadOnlyDictionary<string, MediaKinds> wanted)
    {
        if (offers)
        {
            if (time.GetElapsedTime(offeredAt) > unanswered) throw new MediaRouterFault("The browser has not answered an offer.");
            owes = true; // one offer at a time
            return;
        }
        HashSet<(string Feed, string Mid)> all = [];
        lock (gate)
        {
            received.RemoveWhere(r => stopped.Contains(r.Feed));
            stopped.Clear();
            foreach (var (other, mids) in publishers)
                if (wanted.TryGetValue(PersonOf(other), out var kinds))
                    foreach (var (kind, mid, _) in ways)
                        if (kinds.HasFlag(kind) && mids.Contains(mid)) all.Add((other, mid));
        }
        var more = all.Except(received).ToArray();
        var less = received.Except(all).ToArray();
        if (more.Length + less.Length == 0) return;
        try
        {
            await AskForAsync(more, less);
        }
        catch (MediaRouterFault e) when (e.Code is NoSuchFeed or NothingPublished)
        {
            return; // left in this very moment; we are told so and ask again
        }
        received = all;
    }

    async Task AskForAsync((string Feed, string Mid)[] more, (string Feed, string Mid)[] less)
    {
        (JsonObject Data, string? Sdp) said;
        if (receiver is null)
        {
            var fresh = await janus.AttachAsync(HearAsReceiver);
            fresh.Lost = LoseOnce;
            said = await JoinAsync(fresh, new()
            {
                ["request"] = "join",
                ["ptype"] = "subscriber",
                ["room"] = room,
                ["private_id"] = privateId,
                ["autoupdate"] = false,
                ["streams"] = Streams(more),
            });
            receiver = fresh;
        }
        else
        {
            var request = new JsonObject { ["request"] = "update" };
            if (more.Length > 0) request["subscribe"] = Streams(more);
            if (less.Length > 0) request["unsubscribe"] = Streams(less);
            said = await receiver.AskAsync(request);
        }
        if (said.Sdp is not null) Offer(said.Data, said.Sdp);
    }

    static async Task<(JsonObject Data, string? Sdp)> JoinAsync(JanusHandle handle, JsonObject request)
    {
        try
        {
            return await handle.AskAsync(request);
        }
        catch (MediaRouterFault)
        {
            await TryAsync(handle.DetachAsync); // it has not come in, and can do nothing else
            throw;
        }
    }

    public async Task AnswerAsync(string answer)
    {
        if (receiver is null || !offers) return;
        await receiver.AskAsync(new() { ["request"] = "start" }, "answer", answer);
        offers = false;
        if (!owes) return;
        owes = false;
        guest.OthersChanged();
    }

    public Task AddCandidateAsync(MediaDirection direction, JsonNode? candidate) =>
        (direction == MediaDirection.Publish ? Handle : receiver)?.AddCandidateAsync(candidate) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Interlocked.Exchange(ref gone, 1);
        if (receiver is not null) await TryAsync(receiver.DetachAsync);
        if (roomSecret.Length > 0)
        {
            await TryAsync(() => Handle.AskAsync(new() { ["request"] = "leave" }));
            await TryAsync(TakeDownAsync);
        }
        await TryAsync(Handle.DetachAsync);
    }

    /// <summary>The last who leaves takes the room down; Janus keeps empty ones for ever.</summary>
    async Task TakeDownAsync()
    {
        var (there, _) = await Handle.AskAsync(new() { ["request"] = "listparticipants", ["room"] = room });
        if (there["participants"] is JsonArray { Count: 0 }) await Handle.AskAsync(new() { ["request"] = "destroy", ["room"] = room, ["secret"] = roomSecret });
    }

    /// <summary>Leaving is done step by step: what cannot be done is done already, or Janus is gone and everything of ours with it.</summary>
    static async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (MediaRouterFault)
        {
            // see above
        }
    }

    void Hear(JsonObject said)
    {
        if ((string?)said["janus"] == "detached") LoseOnce();
        if (said["plugindata"]?["data"] is not JsonObject data) return;
        if (data["kicked"] is not null || (string?)data["videoroom"] == "destroyed")
        {
            LoseOnce();
            return;
        }
        if (!Know(data["publishers"]) & !Forget(data["unpublished"]) & !Forget(data["leaving"])) return;
        guest.OthersChanged();
    }

    void HearAsReceiver(JsonObject said)
    {
        // after a hangup it receives nothing more, whatever is asked of it
        if ((string?)said["janus"] is "detached" or "hangup") LoseOnce();
        if (said["plugindata"]?["data"] is JsonObject data && (string?)said["jsep"]?["sdp"] is { } sdp) Offer(data, sdp);
    }

    void Offer(JsonObject data, string sdp)
    {
        (offers, offeredAt) = (true, time.GetTimestamp());
        List<MediaStreamView> streams = [];
        foreach (var stream in data["streams"] as JsonArray ?? [])
        {
            if ((bool?)stream!["active"] != true || (string?)stream["feed_id"] is not { } other || (string?)stream["feed_mid"] is not { } mid) continue;
            if (Array.Find(ways, w => w.Mid == mid).Word is { } word) streams.Add(new((string)stream["mid"]!, PersonOf(other), word));
        }
        guest.Offered(sdp, streams);
    }

    static JsonArray Streams((string Feed, string Mid)[] streams) => [.. streams.Select(s => (JsonNode)new JsonObject { ["feed"] = s.Feed, ["mid"] = s.Mid })];

    /// <param name="list">Who publishes, and what.</param>
    /// <param name="isOld">Later news may have been heard before this: whoever has stopped since is not taken for there.</param>
    bool Know(JsonNode? list, bool isOld = false)
    {
        if (list is not JsonArray { Count: > 0 } all) return false;
        lock (gate)
        {
            foreach (var publisher in all)
            {
                var other = (string)publisher!["id"]!;
                if (isOld && stopped.Contains(other)) continue;
                publishers[other] = [.. (publisher["streams"] as JsonArray ?? []).Where(s => (bool?)s!["disabled"] != true).Select(s => (string)s!["mid"]!)];
            }
        }
        return true;
    }

    bool Forget(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue(out string? other)) return false;
        lock (gate)
        {
            stopped.Add(other);
            return publishers.Remove(other);
        }
    }

    void LoseOnce()
    {
        if (Interlocked.Exchange(ref gone, 1) == 0) guest.Lost();
    }

    static string PersonOf(string feed) => feed[..feed.LastIndexOf(Mark)];
}
