using System.Net;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Conversations;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>A visitor calls what is the moderators'.</summary>
public sealed class AccessTests(TalkingHouse shared) : IClassFixture<TalkingHouse>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task VisitorsModerateNobody()
    {
        await using var eve = await house.Enter("Eve", "saal");
        await using var ada = await house.Enter("Ada", "saal");
        await eve.Knows(ada);
        var handle = ada.Picture.Handle;
        (string Method, object Request)[] calls =
        [
            (nameof(IHouseHub.Mute), new MuteRequest { Handle = handle, Muted = true }),
            (nameof(IHouseHub.MuteAll), new MuteAllRequest()),
            (nameof(IHouseHub.HideCamera), new HideCameraRequest { Handle = handle, Hidden = true }),
            (nameof(IHouseHub.AskToSpeak), new AskToSpeakRequest { Handle = handle }),
            (nameof(IHouseHub.Warn), new WarnRequest { Handle = handle, Reason = "x" }),
            (nameof(IHouseHub.MovePerson), new MovePersonRequest { Handle = handle, X = 100, Y = 100 }),
            (nameof(IHouseHub.Expel), new ExpelRequest { Handle = handle, Reason = "x" }),
            (nameof(IHouseHub.Ban), new BanRequest { Member = ada.Id, Reason = "x", Minutes = 1 }),
            (nameof(IHouseHub.Ban), new BanRequest { Member = ada.Id, House = true, Reason = "x", Minutes = 1 }),
            (nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(enter: "organiser") }),
            (nameof(IHouseHub.Announce), new AnnounceRequest { Text = "Ich bin das Haus" }),
        ];
        foreach (var (method, request) in calls) await eve.MayNot(method, request, ErrorCode.ModeratorsOnly);
        await ada.WalkTo(5, 5);
        await eve.Sees(ada.Here);
    }

    [Fact]
    public async Task NonsenseIsRefusedWithANumber()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await mona.MayNot(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(enter: "king") }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(slow: -1) }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(notice: new string('x', 301)) }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy() with { ShutFrom = long.MaxValue } }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.SetPolicy), new Dictionary<string, object>(), ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.Ban), new BanRequest { Member = "nobody", House = true, Reason = "x", Minutes = 1 }, ErrorCode.MemberUnknown);
        await mona.MayNot(nameof(IHouseHub.Ban), new BanRequest { Member = "nobody", Reason = "x", Minutes = -1 }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.Ban), new BanRequest { Member = new string('m', 65), House = true, Reason = "x", Minutes = 1 }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.MovePerson), new MovePersonRequest { Handle = 60_000, X = 1, Y = 1 }, ErrorCode.PersonUnknown);
        await using var vera = await house.Enter("Vera", "saal");
        await mona.Knows(vera);
        await mona.MayNot(nameof(IHouseHub.MovePerson), new MovePersonRequest { Handle = vera.Picture.Handle, X = int.MinValue, Y = int.MaxValue }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.Ban), new BanRequest { Member = " ", House = true, Reason = "x", Minutes = 1 }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.Block), new BlockRequest { Member = "\t", Blocked = true }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.Report), new ReportRequest { Handle = 60_000, Reason = "x", Texts = new long[201] }, ErrorCode.Malformed);
        await mona.MayNot(nameof(IHouseHub.Block), new BlockRequest { Member = "nobody", Blocked = true }, ErrorCode.MemberUnknown);
        await mona.MayNot(nameof(IHouseHub.Block), new BlockRequest { Member = mona.Id, Blocked = true }, ErrorCode.PersonUnknown);
    }

    [Fact]
    public async Task TheModeratorsPagesAreTheirs()
    {
        (HttpMethod Method, string Path)[] pages =
        [
            (HttpMethod.Get, "/api/moderation/log"), (HttpMethod.Get, "/api/moderation/bans"), (HttpMethod.Delete, "/api/moderation/bans/x"),
            (HttpMethod.Get, "/api/moderation/log?format=csv"), (HttpMethod.Post, "/api/moderation/bans/x/confirm"),
            (HttpMethod.Get, "/api/moderation/reports"), (HttpMethod.Post, "/api/moderation/reports/1/take"), (HttpMethod.Post, "/api/moderation/reports/1/answer"),
            (HttpMethod.Get, "/api/moderation/rooms/saal"), (HttpMethod.Put, "/api/moderation/rooms/saal/policy"), (HttpMethod.Delete, "/api/moderation/rooms/saal/bans/x"),
            (HttpMethod.Put, "/api/moderation/rooms/saal/waiting"), (HttpMethod.Put, "/api/moderation/rooms/saal/waiting/x"), (HttpMethod.Delete, "/api/moderation/rooms/saal/waiting/x"),
        ];
        using var nobody = new Browser(house.Address);
        using var visitor = new Browser(house.Address);
        await visitor.SignInAsync(new() { Name = "Vera" });
        foreach (var (method, path) in pages)
        {
            Assert.Equal((HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded), await AskAsync(nobody, method, path));
            Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.ModeratorsOnly), await AskAsync(visitor, method, path));
        }
    }

    static async Task<(HttpStatusCode, ErrorCode)> AskAsync(Browser browser, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method != HttpMethod.Get && method != HttpMethod.Delete) request.Content = path.EndsWith("policy", StringComparison.Ordinal) ? JsonContent.Create(Asking.Policy()) : JsonContent.Create(new ReportAnswer { Text = "x" });
        using var answer = await browser.Http.SendAsync(request);
        return (answer.StatusCode, (await Browser.RefusalOf(answer)).Code);
    }
}
