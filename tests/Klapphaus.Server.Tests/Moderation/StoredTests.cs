using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.Server.Tests.Stands;
using StackExchange.Redis;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>
/// The table of what is stored about people is true: after everything that stores something has been done, each field that is found in the store stands in it,
/// and each that stands in it is found.
/// </summary>
[Collection(Alone.Name)]
public sealed partial class StoredTests
{
    /// <summary>Objects whose names are ids or languages, and no fields.</summary>
    static readonly HashSet<string> maps = ["sessions", "bans", "restraints", "names", "team", "removed", "fields", "downMaterials", "words", "takers", "materials"];

    [Fact]
    public async Task EachFieldInTheStoreStandsInTheTable()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var house = await HouseProcess.StartAsync(
            DrawnHouse.Small().WithStand("halle", 1, 6, 1).WithStand("foyer", 2, 2, 4), "--ConnectionStrings:redis", redis.ConnectionString, "--Klapphaus:FourEyes", "true", "--Klapphaus:TimeZone", "Pacific/Pago_Pago");
        await using var mona = await house.EnterAsOrganiser("Mona", "foyer");
        await using var ada = await house.Enter("Ada", "foyer");
        await using var eve = await house.Enter("Eve", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await mona.Knows(bo);
        await using var program = new Person(await HouseConnection.ConnectAsync(house.Options("Cem") with { Background = true }));
        await DoEverythingAsync(house, mona, ada, eve, bo);
        var (stand, olga, vera) = await DoEverythingWithAStandAsync(house);
        await DoEverythingWithCardsAsync(house);
        var (documented, found) = (Documented().ToHashSet(), await FoundAsync(redis));
        await DoEverythingOnTheNextDayAsync(house, stand, olga, vera);
        found.UnionWith(await FoundAsync(redis));
        Assert.Equal("", string.Join(", ", found.Except(documented).Order(StringComparer.Ordinal)));
        Assert.Equal("", string.Join(", ", documented.Except(found).Order(StringComparer.Ordinal)));
    }

    static async Task DoEverythingAsync(HouseProcess house, Person mona, Person ada, Person eve, Person bo)
    {
        await ada.Does(nameof(IHouseHub.SetAvailability), new AvailabilityRequest { Availability = "busy" });
        await ada.Does(nameof(IHouseHub.Block), new BlockRequest { Member = bo.Id, Blocked = true });
        await eve.WalkTo(10, 2);
        await bo.WalkTo(11.5, 2);
        await eve.TalksWith(bo);
        var reads = new Conversations.Listening(bo);
        await eve.Connection.SayAsync("Gemein");
        await reads.Reads("Gemein");
        await bo.Does(nameof(IHouseHub.Report), new ReportRequest { Handle = eve.Picture.Handle, Reason = "Beleidigung", Texts = [reads.Said.Single(s => s.Text == "Gemein").Id] });
        await mona.Does(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = Asking.Policy(slow: 5, shutFrom: DateTimeOffset.UtcNow.AddDays(1), notice: "Langsam") with { WaitingRoom = true } });
        await mona.Does(nameof(IHouseHub.Mute), new MuteRequest { Handle = ada.Picture.Handle, Muted = true });
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = bo.Id, Reason = "Nicht hier", Minutes = 60 });
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Störung", Minutes = 3 * 24 * 60 });
        using var me = Bearer(house, eve);
        var line = (await me.GetFromJsonAsync<MyDataView>("/api/me"))!.Moderation[0];
        using (var objected = await me.PostAsJsonAsync("/api/me/objections", new ObjectionRequest { Room = line.Room, At = line.At, Number = line.Number, Reason = "Nein" })) objected.EnsureSuccessStatusCode();
        using var organiser = Bearer(house, mona);
        using (var issued = await organiser.PostAsJsonAsync("/api/invitations", new InvitationRequest { Label = "Presse", Role = "guest", Rooms = ["foyer"], Expires = DateTimeOffset.UtcNow.AddDays(1) })) 
        {
            issued.EnsureSuccessStatusCode();
            var id = (await issued.Content.ReadFromJsonAsync<InvitationView>())!.Id;
            using var revoked = await organiser.DeleteAsync($"/api/invitations/{id}");
            revoked.EnsureSuccessStatusCode();
        }
        using (var answered = await organiser.PostAsJsonAsync("/api/moderation/reports/1/answer", new ReportAnswer { Text = "Danke", Upheld = true })) answered.EnsureSuccessStatusCode();
    }

    /// <summary>
    /// An owner who has written twice, a host who was taken out again, a visitor who takes something along, books and cancels, and reports; and something that a
    /// moderator took offline.
    /// </summary>
    static async Task<(string Stand, Browser Olga, Browser Vera)> DoEverythingWithAStandAsync(HouseProcess house)
    {
        var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        await olga.AskAsync<VocabularyWordView>(HttpMethod.Post, "/api/vocabulary", new VocabularyRequest { Kind = "challenge", German = "Leerstand" });
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        using var tom = new Browser(house.Address);
        var member = (await tom.ComeAsync("Tom", await bea.InviteAsync(stand, rights: ["edit"]))).Id;
        await bea.WriteAsync(stand, "name", "Soest");
        await bea.PublishAsync(stand, "Stadt Soest am Hellweg");
        await bea.LayOutAsync(stand, "a1", "Leitfaden", "https://soest.example/leitfaden");
        await bea.LayOutAsync(stand, "a2", "Bericht", "https://soest.example/bericht");
        var vera = new Browser(house.Address);
        await vera.SignInAsync(new() { Name = "Vera" });
        await vera.TakeAsync(stand, "a1");
        await vera.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links");
        var offered = (await bea.OfferAsync(stand, TimeProvider.System.GetUtcNow().AddDays(3), count: 2)).Times;
        foreach (var time in offered) await vera.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{time.Id}/booking");
        await vera.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/times/{offered[0].Id}/booking");
        await vera.DoAsync(HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "Werbung", Material = "a1" });
        await bea.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/hosts/{member}");
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung", Material = "a1" });
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        return (stand, olga, vera);
    }

    /// <summary>Where the house is moved to, its clock is more than a day ahead: what was counted yesterday is summed up, and something is counted today.</summary>
    static async Task DoEverythingOnTheNextDayAsync(HouseProcess house, string stand, Browser olga, Browser vera)
    {
        await house.StopAsync();
        await house.StartAsync("--Klapphaus:TimeZone", "Pacific/Kiritimati");
        await olga.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/down");
        await vera.TakeAsync(stand, "a2");
        Assert.Equal(0, await house.StopAsync());
        olga.Dispose();
        vera.Dispose();
    }

    /// <summary>A question with an answer, a card at a stand and another that was taken back, and cards that two people have exchanged.</summary>
    static async Task DoEverythingWithCardsAsync(HouseProcess house)
    {
        using var olga = new Browser(house.Address);
        await olga.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var stand = (await olga.GiveAsync("foyer", "stand-2")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        await bea.PublishAsync(stand, "Stadt Hamm");
        await using var vera = await house.Enter("Vera", "halle");
        await using var max = await house.Enter("Max", "halle");
        using var veras = new Browser(house.Address);
        veras.Http.DefaultRequestHeaders.Authorization = new("Bearer", vera.Connection.Token);
        using var maxs = new Browser(house.Address);
        maxs.Http.DefaultRequestHeaders.Authorization = new("Bearer", max.Connection.Token);
        foreach (var browser in new[] { veras, maxs })
            await browser.KeepCardAsync(new() { Name = "Name", Affiliation = "Stadt", Email = "wer@stadt.example", Telephone = "0365 8380", Note = "Notiz" });
        await bea.AnswerQuestionAsync(stand, await veras.AskQuestionAsync(stand, "Was kostet das?", "email", "wer@stadt.example"), "Nichts.");
        await veras.HandCardAsync(stand, "name", "affiliation", "email", "telephone", "note");
        await maxs.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{await maxs.HandCardAsync(stand, "name")}");
        await vera.WalkTo(2, 3);
        await max.WalkTo(3, 3);
        await vera.TalksWith(max);
        await max.TalksWith(vera);
        for (var round = 0; round < 2; round++) // the second time in place of the first, of which one is taken back
        {
            var (ofVera, ofMax) = (Leaving.NewId(), Leaving.NewId());
            await OfferAsync(vera, veras, max, ofVera);
            await OfferAsync(max, maxs, vera, ofMax);
            if (round == 0) foreach (var (browser, card) in new[] { (veras, ofVera), (maxs, ofMax) }) await browser.DoAsync(HttpMethod.Delete, $"/api/me/cards/given/{card}");
        }
    }

    static async Task OfferAsync(Person person, Browser browser, Person other, string id)
    {
        var shown = await browser.PreviewAsync("person", "name", "affiliation", "email", "telephone", "note");
        await person.Does(nameof(IHouseHub.OfferCard), new OfferCardRequest { Member = other.Id, Id = id, Fields = shown.Fields, Wording = shown.Wording, Seal = shown.Seal });
    }

    /// <summary>Each record and field, as <c>member profile.name</c>; a record that is no JSON by its own fields.</summary>
    static async Task<HashSet<string>> FoundAsync(RedisProcess redis)
    {
        HashSet<string> found = [];
        var store = redis.Store.GetDatabase();
        await foreach (var key in redis.Store.GetServers()[0].KeysAsync(pattern: "klapphaus*"))
        {
            var parts = $"{key}".Split('/');
            if (parts is [_, "state", .., var record])
            {
                if ((string?)await store.HashGetAsync(key, "data") is not { } data) continue; // gone since it was listed
                using var state = JsonDocument.Parse(data);
                Walk(state.RootElement, record, "", found);
            }
            else if (parts is [_, "presence", _] && await store.KeyTypeAsync(key) == RedisType.Hash)
                foreach (var field in await store.HashKeysAsync(key)) found.Add($"presence {field}");
            else if (parts is [_, "presence", ..] && await store.KeyTypeAsync(key) == RedisType.SortedSet)
                found.Add($"presence {parts[^1]}");
        }
        return found;
    }

    static void Walk(JsonElement element, string record, string path, HashSet<string> found)
    {
        switch (element.ValueKind)
        {
            // the operator's own plans and rooms say nothing about people
            case JsonValueKind.Null or JsonValueKind.Object when record == "house" || element.ValueKind == JsonValueKind.Null:
                break;
            case JsonValueKind.Object when record == "room" && path == "plan":
                found.Add("room plan");
                break;
            case JsonValueKind.Object:
                foreach (var field in element.EnumerateObject())
                    Walk(field.Value, record, maps.Contains(path.Split('.')[^1]) ? $"{path}.*" : path.Length == 0 ? field.Name : $"{path}.{field.Name}", found);
                break;
            case JsonValueKind.Array when element.EnumerateArray().Any(e => e.ValueKind is JsonValueKind.Object):
                foreach (var item in element.EnumerateArray()) Walk(item, record, path, found);
                break;
            default:
                found.Add($"{record} {path}");
                break;
        }
    }

    static IEnumerable<string> Documented() =>
        File.ReadAllLines(Path.Combine(Folder(), "stored.md")).Select(l => Row().Match(l)).Where(m => m.Success).SelectMany(m => m.Groups["fields"].Value.Split(", ").Select(f => $"{m.Groups["record"].Value} {f.Trim('`')}"));

    static HttpClient Bearer(HouseProcess house, Person person)
    {
        var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", person.Connection.Token);
        return http;
    }

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "infra");

    [GeneratedRegex(@"^\| (?<record>\w+) \| (?<fields>`[^|]+`) \|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
