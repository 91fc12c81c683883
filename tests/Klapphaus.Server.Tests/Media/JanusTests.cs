using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Klapphaus.Server.Media;
using Klapphaus.Server.Media.Janus;
using Klapphaus.Server.Start;
using Klapphaus.World.Conversations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Klapphaus.Server.Tests.Media;

/// <summary>The house and a real Janus: who gets in, who does not, and what is left of who goes. Sound itself is in the browsers' tests.</summary>
public sealed class JanusTests : IAsyncLifetime
{
    const int Unauthorized = 433;

    readonly HouseOptions options = new() { JanusKey = JanusProcess.RoomKey, JanusSecret = JanusProcess.TokenSecret };
    JanusProcess janus = null!;
    JanusRouter router = null!;

    public async ValueTask InitializeAsync()
    {
        janus = await JanusProcess.StartAsync();
        options.JanusUrl = janus.Url;
        router = new(options, TimeProvider.System, NullLogger<JanusRouter>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await router.DisposeAsync();
        await janus.DisposeAsync();
    }

    sealed class Guest : IMediaGuest
    {
        public TaskCompletionSource IsLost { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> Offers { get; } = [];

        public void Offered(string offer, IReadOnlyList<MediaStreamView> streams) => Offers.Enqueue(offer);

        public void OthersChanged()
        {
        }

        public void Lost() => IsLost.TrySetResult();
    }

    Task<IMediaPlace> Admit(string room, string person, Guest? guest = null) => router.AdmitAsync(room, person, guest ?? new(), CancellationToken.None);

    /// <summary>Eve has got hold of the way to Janus itself.</summary>
    async Task<(JanusConnection Connection, JanusHandle Handle)> Eve(string? secret = null)
    {
        var connection = await JanusConnection.OpenAsync(new() { JanusUrl = janus.Url, JanusSecret = secret ?? JanusProcess.TokenSecret }, TimeProvider.System, CancellationToken.None);
        return (connection, await connection.AttachAsync(_ => { }));
    }

    [Fact]
    public async Task NobodySpeaksToJanusWithoutTheSecretOfTheHouse()
    {
        var fault = await Assert.ThrowsAsync<MediaRouterFault>(() => Eve(secret: "geraten"));
        Assert.Contains("403", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MediaRouterFault>(() => Eve(secret: ""));
    }

    [Fact]
    public async Task NobodyMakesARoomWithoutItsKey()
    {
        var (connection, handle) = await Eve();
        await using var c = connection;
        await Assert.ThrowsAsync<MediaRouterFault>(() => handle.AskAsync(new() { ["request"] = "create", ["room"] = "eves" }));
        await Assert.ThrowsAsync<MediaRouterFault>(() => handle.AskAsync(new() { ["request"] = "create", ["room"] = "eves", ["admin_key"] = "geraten" }));
    }

    [Fact]
    public async Task NobodyComesIntoAConversationWithoutATokenAndAUsedOneIsWorthNothing()
    {
        await using var ada = await Admit("saal/1", "ada");
        await using var bo = await Admit("saal/1", "bo");
        var (connection, eve) = await Eve();
        await using var c = connection;
        foreach (var token in new[] { null, "", "geraten" })
        {
            var join = new JsonObject { ["request"] = "join", ["ptype"] = "publisher", ["room"] = "saal/1", ["id"] = "eve" };
            if (token is not null) join["token"] = token;
            var fault = await Assert.ThrowsAsync<MediaRouterFault>(() => eve.AskAsync(join));
            Assert.True(fault.Code is Unauthorized or 456, fault.Message); // 456: there is none at all, or no text
        }
        // who knows even the room's secret finds that no token is left of those by which the two came in
        var (data, _) = await eve.AskAsync(new()
        {
            ["request"] = "allowed", ["room"] = "saal/1", ["secret"] = JanusRouter.Secret(JanusProcess.RoomKey, "saal/1"), ["action"] = "add", ["allowed"] = new JsonArray("neu"),
        });
        Assert.Equal(["neu"], data["allowed"]!.AsArray().Select(t => (string?)t));
    }

    [Fact]
    public async Task NobodyReceivesWhoDidNotComeIn()
    {
        await using var ada = await Admit("saal/2", "ada");
        var (connection, eve) = await Eve();
        await using var c = connection;
        await Assert.ThrowsAsync<MediaRouterFault>(() => eve.AskAsync(new() { ["request"] = "join", ["ptype"] = "subscriber", ["room"] = "saal/2", ["streams"] = new JsonArray(new JsonObject { ["feed"] = "ada" }) }));
        await Assert.ThrowsAsync<MediaRouterFault>(() => eve.AskAsync(new()
        {
            ["request"] = "join", ["ptype"] = "subscriber", ["room"] = "saal/2", ["private_id"] = 4711, ["streams"] = new JsonArray(new JsonObject { ["feed"] = "ada" }),
        }));
    }

    [Fact]
    public async Task WhoLeavesIsGoneAndTheLastTakesTheRoomAlong()
    {
        var (ada, bo) = (await Admit("saal/3", "ada"), await Admit("saal/3", "bo"));
        var (connection, eve) = await Eve();
        await using var c = connection;
        Assert.Equal(2, await Count(eve, "saal/3"));
        await ada.DisposeAsync();
        Assert.Equal(1, await Count(eve, "saal/3"));
        await bo.DisposeAsync();
        await Assert.ThrowsAsync<MediaRouterFault>(() => Count(eve, "saal/3"));
        await using var cem = await Admit("saal/3", "cem"); // it is made anew when it is needed
        Assert.Equal(1, await Count(eve, "saal/3"));
    }

    static async Task<int> Count(JanusHandle handle, string room) =>
        (await handle.AskAsync(new() { ["request"] = "listparticipants", ["room"] = room })).Data["participants"]!.AsArray().Count;

    [Fact]
    public async Task ManyWhoComeAndGoAtOnceAllGetIn()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            for (var j = 0; j < 5; j++) await (await Admit("saal/4", $"gast-{i}")).DisposeAsync();
        }));
        await using var last = await Admit("saal/4", "letzter");
    }

    [Fact]
    public async Task KilledJanusIsNoticedAndFoundAgain()
    {
        var guest = new Guest();
        await using var place = await Admit("saal/5", "ada", guest);
        await janus.KillAsync();
        await guest.IsLost.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<MediaRouterFault>(() => Admit("saal/5", "ada"));
        await janus.RunAsync();
        await using var again = await Admit("saal/5", "ada");
        await again.ReceiveAsync(new Dictionary<string, MediaKinds> { ["bo"] = MediaKinds.Microphone }); // nobody is there; nothing comes of it
    }

    [Fact]
    public async Task NonsenseFromABrowserIsRefusedAndHarmsNobody()
    {
        await using var ada = await Admit("saal/6", "ada");
        await Assert.ThrowsAsync<MediaRouterFault>(() => ada.PublishAsync("v=0 Unsinn"));
        await ada.AnswerAsync("v=0 Unsinn"); // to nothing
        await ada.AddCandidateAsync(MediaDirection.Receive, new JsonObject { ["candidate"] = "Unsinn" });
        await using var bo = await Admit("saal/6", "bo");
    }
}
