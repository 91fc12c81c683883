using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.Server.Tests.Stands;
using Klapphaus.World.Members;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Klapphaus.Server.Tests.Web;

/// <summary>The description of the HTTP interface against what the house does; of a house in which everything under <c>/api</c> is switched on.</summary>
public sealed partial class InterfaceDescriptionTests(HouseWithProvider shared) : IClassFixture<HouseWithProvider>
{
    const string Path = "/api/openapi.json";

    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task AnybodyGetsItAndAReaderHasNothingToComplainOf()
    {
        using var nobody = new Browser(house.Address);
        using var answer = await nobody.Http.GetAsync(Path);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var read = OpenApiDocument.Parse(await answer.Content.ReadAsStringAsync(), "json");
        Assert.Empty(read.Diagnostic!.Errors.Select(e => $"{e.Pointer}: {e.Message}"));
        Assert.Equal("Klapphaus", read.Document!.Info.Title);
    }

    [Fact]
    public async Task EveryAddressUnderApiIsInItAndNoOther()
    {
        var mapped = house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => PathOf(e.RoutePattern).StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any"]).Select(verb => $"{verb} {PathOf(e.RoutePattern)}"))
            .Order(StringComparer.Ordinal).ToList();
        var described = Operations(await ReadAsync()).Select(o => o.Address).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(mapped, described);
        Assert.Contains("GET /api/sign-in/openid", described);
        Assert.Contains($"GET {Path}", described);
    }

    [Fact]
    public async Task EachAddressSaysWhatItDoesTakesGivesAndRefuses()
    {
        var document = await ReadAsync();
        var operations = Operations(document).ToList();
        Assert.Equal(operations.Count, operations.Select(o => o.Value.GetProperty("operationId").GetString()).Distinct().Count());
        Assert.All(operations, operation =>
        {
            var value = operation.Value;
            Assert.Matches("^[a-z][A-Za-z]+$", value.GetProperty("operationId").GetString()!);
            Assert.Matches("^[A-Z].+[.]$", value.GetProperty("summary").GetString()!);
            Assert.Single(value.GetProperty("tags").EnumerateArray());
            if (value.TryGetProperty("parameters", out var parameters))
                Assert.All(parameters.EnumerateArray(), p => Assert.Matches("[.]$", p.GetProperty("description").GetString()!));
            if (value.TryGetProperty("requestBody", out var body))
                Assert.All(body.GetProperty("content").EnumerateObject(), c => Assert.NotEmpty(c.Value.GetProperty("schema").EnumerateObject()));
            var responses = value.GetProperty("responses").EnumerateObject().ToList();
            Assert.Contains(responses, r => r.Name[0] < '4');
            Assert.DoesNotContain(responses, r => r.Name == "500"); // the words of a refusal that has none of its own
            Assert.All(responses.Where(r => r.Name[0] >= '4'), r => Assert.Equal(
                "#/components/schemas/RefusalView", r.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()));
        });
    }

    [Fact]
    public async Task WhatIsReadAndWrittenIsDescribedByTheWordsOfTheContracts()
    {
        var schemas = (await ReadAsync()).GetProperty("components").GetProperty("schemas");
        Assert.Equal("Somebody who is kept out, as moderators see it.", schemas.GetProperty("BanView").GetProperty("description").GetString());
        var code = schemas.GetProperty("RefusalView").GetProperty("properties").GetProperty("code");
        Assert.Equal(("The number by which programs tell refusals apart.", "integer"), (code.GetProperty("description").GetString(), code.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task BoundsAreThoseOfTheHouse()
    {
        var document = await ReadAsync();
        var months = Parameter(document, "GET /api/moderation/log", "months");
        Assert.Equal((1, 120, 3), (months.GetProperty("minimum").GetInt32(), months.GetProperty("maximum").GetInt32(), months.GetProperty("default").GetInt32()));
        var room = Parameter(document, "GET /api/moderation/rooms/{room}", "room");
        Assert.Equal((1, 64), (room.GetProperty("minLength").GetInt32(), room.GetProperty("maxLength").GetInt32()));
        using var olga = await house.OrganiserAsync();
        foreach (var (path, status) in new[]
                 {
                     ("log?months=120", HttpStatusCode.OK), ("log?months=121", HttpStatusCode.BadRequest), ("log?months=0", HttpStatusCode.BadRequest),
                     ($"rooms/{new string('x', 64)}", HttpStatusCode.NotFound), ($"rooms/{new string('x', 65)}", HttpStatusCode.BadRequest),
                 })
        {
            using var answer = await olga.Http.GetAsync($"/api/moderation/{path}");
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task HeadersThatAnUploadNeedsAreNamed()
    {
        var parameters = Operations(await ReadAsync()).Single(o => o.Address == "PATCH /api/files/uploads/{id}").Value.GetProperty("parameters").EnumerateArray();
        var named = parameters.Where(p => p.GetProperty("in").GetString() == "header")
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.TryGetProperty("required", out var needed) && needed.GetBoolean());
        Assert.Equal(new Dictionary<string, bool> { ["Tus-Resumable"] = true, ["Upload-Offset"] = true, ["Upload-Checksum"] = false }, named);
    }

    [Fact]
    public async Task WhoMayAskIsWhatTheTableOfAccessSays()
    {
        var table = (await File.ReadAllLinesAsync(RepositoryFile.Path("infra/access.md"))).Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("/api/", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => Constraint().Replace(cells[1].Trim('`').TrimEnd('/'), "}"), cells => cells[2..9]);
        string[] columns = ["nobody", .. Roles.All];
        foreach (var (address, value) in Operations(await ReadAsync()).Where(o => o.Address != "GET /api/sign-in/openid")) // only where there is a provider
        {
            var least = value.GetProperty("description").GetString() switch
            {
                "For everybody." => "nobody",
                "For whoever is signed in." => Roles.Visitor,
                "For the team of the stand." or "For hosts of the stand who may change it." or "For hosts of the stand who look after what visitors leave." => "nobody by role alone",
                "For moderators and organisers." => Roles.Moderator,
                _ => Roles.Organiser,
            };
            var first = Array.IndexOf(columns, least);
            var expected = columns.Select((_, i) => first >= 0 && i >= first ? "yes" : "no");
            Assert.Equal((address, string.Join(' ', table[address])), (address, string.Join(' ', expected)));
            Assert.Equal((address, least != "nobody"), (address, value.TryGetProperty("security", out var needs) && needs.GetArrayLength() == 2));
        }
    }

    [Fact]
    public async Task RealAnswersHaveWhatTheSchemasName()
    {
        var document = await ReadAsync();
        using var olga = await house.OrganiserAsync();
        await olga.IssueAsync();
        using (var set = await olga.Http.PutAsJsonAsync("/api/moderation/rooms/halle/policy", Asking.Policy())) Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.NotEqual(0, (await olga.Http.GetFromJsonAsync<JsonElement>("/api/moderation/log?room=halle")).GetArrayLength());
        Assert.NotEqual(0, (await olga.Http.GetFromJsonAsync<JsonElement>("/api/invitations")).GetArrayLength());
        var stand = await ExhibitAsync(olga);
        foreach (var (address, query) in new[]
                 {
                     ("/api/session", ""), ("/api/me", ""), ("/api/house", ""), ("/api/ice", ""), ("/api/invitations", ""), ("/api/moderation/log", "?room=halle"),
                     ("/api/moderation/bans", ""), ("/api/moderation/reports", ""), ("/api/moderation/rooms/{room}", ""), ("/api/connection-test/servers", ""),
                     ("/api/files/limits", ""), ("/api/stands", ""), ("/api/stands/{stand}", ""), ("/api/stands/{stand}/draft", ""),
                     ("/api/stands/{stand}/enquiries", ""), ("/api/stands/{stand}/mine", ""), ("/api/me/card", ""), ("/api/me/cards", ""),
                     ("/api/stands/search", "?q=Leitfaden&challenge=Leerstand&near=halle,64,64"), ("/api/vocabulary", ""),
                     ("/api/stands/{stand}/figures", ""), ("/api/stands/{stand}/times", ""), ("/api/stands/{stand}/card.json", ""), ("/api/bag", ""), ("/api/times", ""),
                 })
        {
            using var answer = await olga.Http.GetAsync(address.Replace("{room}", "halle", StringComparison.Ordinal).Replace("{stand}", stand, StringComparison.Ordinal) + query);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            Assert.Empty(Misfits(await answer.Content.ReadFromJsonAsync<JsonElement>(), Schema(document, $"GET {address}", "200", "application/json"), document, address, whole: true));
        }
        using var signedIn = await olga.PostSessionAsync(new() { Name = "Olga" }, token: true);
        Assert.Empty(Misfits(await signedIn.Content.ReadFromJsonAsync<JsonElement>(), Schema(document, "POST /api/session", "200", "application/json"), document, "POST /api/session", whole: true));
        using var given = await olga.Http.PostAsync("/api/session/code", null);
        var code = await given.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Empty(Misfits(code, Schema(document, "POST /api/session/code", "200", "application/json"), document, "POST /api/session/code", whole: true));
        using var redeemed = await olga.Http.PostAsJsonAsync("/api/session/redeem?token=true", new SignInCodeRequest { Code = code.GetProperty("code").GetString() });
        Assert.Empty(Misfits(await redeemed.Content.ReadFromJsonAsync<JsonElement>(), Schema(document, "POST /api/session/redeem", "200", "application/json"), document, "POST /api/session/redeem", whole: true));
    }

    [Fact]
    public async Task RealRefusalsAreThoseThatAreAnnounced()
    {
        var document = await ReadAsync();
        using var nobody = new Browser(house.Address);
        using var vera = new Browser(house.Address);
        await vera.SignInAsync(new() { Name = "Vera" });
        await CheckAsync(nobody, "GET /api/session", null, ErrorCode.SignInNeeded);
        await CheckAsync(nobody, "POST /api/session", new SessionRequest { Name = "" }, ErrorCode.NameUnusable);
        await CheckAsync(nobody, "POST /api/session", new SessionRequest { Name = "Vera", Invitation = "nonsense" }, ErrorCode.InvitationInvalid);
        await CheckAsync(nobody, "POST /api/session", new[] { 1 }, ErrorCode.Malformed);
        await CheckAsync(nobody, "POST /api/session/code", null, ErrorCode.SignInNeeded);
        await CheckAsync(nobody, "POST /api/session/redeem", new SignInCodeRequest { Code = "nonsense" }, ErrorCode.SignInCodeInvalid);
        await CheckAsync(nobody, "GET /api/sign-in/openid", null, ErrorCode.LoopbackUnusable, "?loopback=1");
        await CheckAsync(vera, "GET /api/moderation/bans", null, ErrorCode.ModeratorsOnly);
        await CheckAsync(vera, "GET /api/invitations", null, ErrorCode.OrganisersOnly);
        await CheckAsync(vera, "POST /api/stands", new StandRequest { Room = "halle", Area = "stand-1" }, ErrorCode.OrganisersOnly);
        await CheckAsync(vera, "GET /api/files/{id}", null, ErrorCode.FileUnknown);
        await CheckAsync(vera, "POST /api/bag", new BagRequest(), ErrorCode.StandUnknown);
        await CheckAsync(nobody, "GET /api/times", null, ErrorCode.SignInNeeded);
        await CheckAsync(nobody, "POST /api/bag/shared", new SharedBagRequest { Token = "nonsense" }, ErrorCode.BagLinkInvalid);
        await CheckAsync(vera, "POST /api/me/objections", new ObjectionRequest { At = TimeProvider.System.GetUtcNow(), Reason = "Nein" }, ErrorCode.ReportUnknown);

        async Task CheckAsync(Browser who, string address, object? body, ErrorCode why, string query = "")
        {
            var (verb, path) = (address.Split(' ')[0], address.Split(' ')[1] + query);
            using var request = new HttpRequestMessage(new(verb), path) { Content = body is null ? null : JsonContent.Create(body) };
            using var answer = await who.Http.SendAsync(request);
            Assert.Equal((address, why), (address, (await Browser.RefusalOf(answer)).Code));
            var status = $"{(int)answer.StatusCode}";
            Assert.Empty(Misfits(await answer.Content.ReadFromJsonAsync<JsonElement>(), Schema(document, address, status, "application/problem+json"), document, address, whole: false));
            var announced = Operations(document).Single(o => o.Address == address).Value.GetProperty("responses").GetProperty(status).GetProperty("description").GetString();
            Assert.Contains($"{(int)why} {why}: ", announced, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded)]
    [InlineData(Roles.Moderator, HttpStatusCode.Forbidden, ErrorCode.OrganisersOnly)]
    public async Task WhoCarriesATokenIsRefusedInTheSameForm(string? role, HttpStatusCode status, ErrorCode code)
    {
        using var program = new Browser(house.Address);
        program.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", role is null ? "nonsense" : (await house.SignInAs("Mona", role)).Token);
        using var refused = await program.Http.GetAsync("/api/invitations");
        Assert.Equal((status, code), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
    }

    /// <summary>A stand of the organiser's own, with something of each kind in it.</summary>
    static async Task<string> ExhibitAsync(Browser olga)
    {
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        await olga.ComeAsync("Olga", await olga.InviteAsync(stand, owner: true));
        await olga.PublishAsync(stand, "Stadt Soest");
        var file = await olga.EditAsync(stand, new StandEditRequest { Field = "materials/a1", Value = new() { Text = "Leitfaden", Link = "https://soest.example/leitfaden", Language = "de" } });
        Assert.Equal("taken", Assert.Single(file).Verdict);
        await olga.AskAsync<VocabularyWordView>(HttpMethod.Post, "/api/vocabulary", new VocabularyRequest { Kind = "challenge", German = "Leerstand" });
        await olga.EditAsync(
            stand,
            new() { Field = "challenges/leerstand", Value = new() { Text = "Leerstand" } },
            new() { Field = "solutions/laden-auf-zeit", Value = new() { Text = "Laden auf Zeit, mit Leitfaden" } });
        await olga.FindUntilAsync("Leitfaden", f => f.Total == 1, "a stand with a solution", "challenge=Leerstand");
        await olga.TakeAsync(stand, "a1");
        await olga.AskAsync<BagLinkView>(HttpMethod.Post, "/api/bag/links");
        await olga.OfferAsync(stand, TimeProvider.System.GetUtcNow().AddDays(1));
        return stand;
    }

    async Task<JsonElement> ReadAsync()
    {
        using var browser = new Browser(house.Address);
        return await browser.Http.GetFromJsonAsync<JsonElement>(Path);
    }

    static string PathOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => "",
    }))));

    static IEnumerable<(string Address, JsonElement Value)> Operations(JsonElement document) => document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject().Select(operation => ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)));

    static JsonElement Schema(JsonElement document, string address, string status, string contentType) => Operations(document).Single(o => o.Address == address)
        .Value.GetProperty("responses").GetProperty(status).GetProperty("content").GetProperty(contentType).GetProperty("schema");

    static JsonElement Parameter(JsonElement document, string address, string name) => Operations(document).Single(o => o.Address == address)
        .Value.GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name).GetProperty("schema");

    /// <summary>Where a value is not as its schema says.</summary>
    /// <param name="value">What the house has sent.</param>
    /// <param name="schema">What is said of it.</param>
    /// <param name="document">Where other schemas are found.</param>
    /// <param name="at">Where the value was found.</param>
    /// <param name="whole">Every property that is named has to be there, and not only those that must.</param>
    static IEnumerable<string> Misfits(JsonElement value, JsonElement schema, JsonElement document, string at, bool whole)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Misfits(value, Found(document, reference.GetString()!), document, at, whole);
        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
            return choices.EnumerateArray().Any(choice => !Misfits(value, choice, document, at, whole).Any()) ? [] : [$"{at} is none of {choices}"];
        var kind = Kind(value);
        if (!Types(schema).Contains(kind)) return [$"{at} is of kind {kind}, and should be {string.Join(" or ", Types(schema))}"];
        return kind switch
        {
            "object" => MisfitsWithin(value, schema, document, at, whole),
            "array" => value.EnumerateArray().SelectMany((item, i) => Misfits(item, schema.GetProperty("items"), document, $"{at}[{i}]", whole)),
            _ => [],
        };
    }

    static IEnumerable<string> MisfitsWithin(JsonElement value, JsonElement schema, JsonElement document, string at, bool whole)
    {
        if (schema.TryGetProperty("additionalProperties", out var each))
            return value.EnumerateObject().SelectMany(property => Misfits(property.Value, each, document, $"{at}.{property.Name}", whole));
        var named = schema.GetProperty("properties");
        var names = value.EnumerateObject().Select(property => property.Name).ToList();
        var expected = whole ? named.EnumerateObject().Select(property => property.Name) : schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!);
        return
        [
            .. expected.Except(names).Select(name => $"{at} lacks {name}"),
            .. value.EnumerateObject().SelectMany(property => named.TryGetProperty(property.Name, out var known)
                ? Misfits(property.Value, known, document, $"{at}.{property.Name}", whole)
                : [$"{at} has {property.Name}"]),
        ];
    }

    static JsonElement Found(JsonElement document, string reference) => reference.Split('/')[1..].Aggregate(document, (at, step) => at.GetProperty(step));

    static string[] Types(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(each => each.GetString()!)]
        : [type.GetString()!];

    static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex(":[^}]+}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
