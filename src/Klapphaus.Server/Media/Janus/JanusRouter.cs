using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Klapphaus.Server.Start;

namespace Klapphaus.Server.Media.Janus;

/// <summary>
/// The media server Janus (VideoRoom plugin). A conversation is a room there; nobody gets into it without a token of 128 random bits that this process has
/// made for one entry and takes back right after it, and nobody receives anything who did not come in.
/// </summary>
sealed class JanusRouter(HouseOptions options, TimeProvider time, ILogger<JanusRouter> log) : IMediaRouter, IAsyncDisposable
{
    /// <summary>More than fit into a conversation, with those who are just being moved to another process.</summary>
    const int MostPublishers = 200;

    /// <summary>For each picture, in bits a second: a face, and a screen that can be read.</summary>
    const int Bitrate = 1_000_000;

    const int RoomExists = 427;
    const int NotInRoom = 425;
    const int NoSuchRoom = 426;
    const int Unauthorized = 433;

    /// <summary>So often somebody else may take the room down, and make it anew, between our finding it and our entering it.</summary>
    const int MostTries = 5;

    readonly SemaphoreSlim opening = new(1);
    JanusConnection? connection;

    /// <summary>
    /// The room may go away between being found and being entered, and even then: the last who leaves takes it down. Another may be there in its place,
    /// which does not know our token. Then everything is done once more, with a handle of its own.
    /// </summary>
    public async Task<IMediaPlace> AdmitAsync(string room, string person, IMediaGuest guest, CancellationToken stopping)
    {
        var janus = await ConnectAsync(stopping);
        for (var tries = 0; ; tries++)
        {
            var place = await JanusPlace.OpenAsync(janus, room, person, guest, time);
            try
            {
                var (secret, token) = (Secret(options.JanusKey, room), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
                await LetInAsync(place, room, secret, token);
                await place.EnterAsync(secret, token);
                return place;
            }
            catch (MediaRouterFault e)
            {
                await place.DisposeAsync();
                if (e.Code is not (NotInRoom or NoSuchRoom or Unauthorized) || tries == MostTries) throw;
            }
        }
    }

    async Task LetInAsync(JanusPlace place, string room, string secret, string token)
    {
        try
        {
            await place.Handle.AskAsync(new()
            {
                ["request"] = "create",
                ["room"] = room,
                ["admin_key"] = options.JanusKey,
                ["secret"] = secret,
                ["is_private"] = true,
                ["permanent"] = false,
                ["publishers"] = MostPublishers,
                ["bitrate"] = Bitrate,
                ["audiocodec"] = "opus",
                ["opus_fec"] = true,
                ["videocodec"] = "vp8",
                ["require_pvtid"] = true,
                ["allowed"] = new JsonArray(token),
            });
        }
        catch (MediaRouterFault e) when (e.Code == RoomExists)
        {
            await place.Handle.AskAsync(new() { ["request"] = "allowed", ["room"] = room, ["secret"] = secret, ["action"] = "add", ["allowed"] = new JsonArray(token) });
        }
    }

    /// <summary>Every process of the house knows it, and nobody else.</summary>
    public static string Secret(string key, string room) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(room)));

    async Task<JanusConnection> ConnectAsync(CancellationToken stopping)
    {
        await opening.WaitAsync(stopping);
        try
        {
            if (connection is { IsOpen: true } there) return there;
            if (connection is not null) await connection.DisposeAsync();
            connection = await JanusConnection.OpenAsync(options, time, stopping);
            connection.Ended = log.RouterLost;
            log.RouterReached();
            return connection;
        }
        finally
        {
            opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is null) return;
        connection.Ended = null;
        await connection.DisposeAsync();
    }
}
