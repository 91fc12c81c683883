using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Runtime.CompilerServices;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Tests.Conversations;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>
/// Who may call what: each hub method and each address is tried by each role, and the result is the table in the documents. When something is added: run with
/// KLAPPHAUS_WRITE_ACCESS=1 and look at the difference.
/// </summary>
public sealed class AccessTableTests(TalkingHouse shared) : IClassFixture<TalkingHouse>
{
    const string Nobody = "nobody";
    static readonly string[] columns = [Nobody, .. Roles.All];

    readonly TestHouse house = shared.Open;
    string stand = "";

    [Fact]
    public async Task TheTableInTheDocumentsIsWhatTheHouseDoes()
    {
        var lines = new List<string>
        {
            "# Who may call what", "",
            "Written by a test that tries each call as each role (`tests/run.sh Moderation`); nothing is there that is not in this table. `yes`: it is done, or refused for another reason than who asks. `/metrics` answers this machine alone, and whom `Klapphaus:MetricsFrom` names. A connection that only wants to be reached (in the background) may call `Hello`, `StandDuty`, `AnswerBell` and `EndTalk`, and nothing else.", "",
            "## Over the hub", "", Row("call", columns), Row("---", columns.Select(_ => "---")),
        };
        foreach (var method in Methods())
        {
            var answers = new List<string>();
            foreach (var role in columns) answers.Add(await Try(method, role));
            lines.Add(Row($"`{method.Name}`", answers));
        }
        lines.AddRange(["", "## Over HTTP", "", Row("address", columns), Row("---", columns.Select(_ => "---"))]);
        stand = await OpenStandAsync();
        foreach (var (verb, path) in Addresses())
        {
            var answers = new List<string>();
            foreach (var role in columns) answers.Add(await Try(verb, path, role));
            lines.Add(Row($"`{verb} {path}`", answers));
        }
        var table = string.Join('\n', lines) + "\n";
        var file = Path.Combine(Folder(), "access.md");
        if (Environment.GetEnvironmentVariable("KLAPPHAUS_WRITE_ACCESS") == "1") await File.WriteAllTextAsync(file, table);
        Assert.Equal(await File.ReadAllTextAsync(file), table);
    }

    static IEnumerable<MethodInfo> Methods() =>
        typeof(IHouseHub).GetInterfaces().SelectMany(i => i.GetMethods()).Where(m => m.Name != nameof(IHouseHub.Hello)).OrderBy(m => m.Name, StringComparer.Ordinal);

    IEnumerable<(string Verb, string Path)> Addresses() => house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(verb => (verb, Path: "/" + e.RoutePattern.RawText!.TrimStart('/'))))
        .Where(e => !e.Path.StartsWith(Protocol.HubPath, StringComparison.Ordinal) && !e.Path.Contains("{*", StringComparison.Ordinal))
        .Distinct().OrderBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.verb, StringComparer.Ordinal);

    /// <summary>As somebody of that role who stands in a room beside somebody else.</summary>
    async Task<string> Try(MethodInfo method, string role)
    {
        if (role == Nobody) return "no"; // the connection itself is refused: HostileCallsTests
        await using var vera = await house.EnterAs("Vera", Roles.Visitor, "saal");
        await using var caller = await RawClient.ConnectAsync(house.Address, (await house.SignInAs("Cora", role)).Token);
        Assert.Equal(0, (await caller.AskAsync<HelloResult>(nameof(IHouseHub.Hello), new HelloRequest { Protocol = Protocol.Version })).Error);
        Assert.Equal(0, (await caller.AskAsync<EnterResult>(nameof(IHouseHub.Enter), new EnterRequest { Room = "saal" })).Error);
        var arguments = method.GetParameters().Select(p => p.ParameterType == typeof(int) ? 64 : Sample(p.ParameterType, vera)).ToArray();
        var completion = await caller.CallAsync<AskResult>(method.Name, arguments);
        Assert.Null(completion.Error);
        await caller.CallAsync<object>(nameof(IHouseHub.Leave)); // or its place is held for a while, and the room is full soon
        return completion.Result is AskResult { Error: var error } && IsAboutRole((ErrorCode)error) ? "no" : "yes";
    }

    async Task<string> Try(string verb, string path, string role)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = house.Address };
        if (role != Nobody) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await house.SignInAs("Cora", role)).Token);
        var concrete = path.Replace("{room}", "saal", StringComparison.Ordinal).Replace("{stand}", stand, StringComparison.Ordinal)
            .Replace("{number:long}", "1", StringComparison.Ordinal).Replace("{width:int}", "96", StringComparison.Ordinal)
            .Replace("{id}", new string('0', 32), StringComparison.Ordinal);
        concrete = System.Text.RegularExpressions.Regex.Replace(concrete, @"\{[^}]+\}", "x", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        using var request = new HttpRequestMessage(new(verb), concrete);
        if (verb is "POST" or "PUT") request.Content = Body(path);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? "no" : "yes";
    }

    /// <summary>A body that is not refused before it is asked who sends it.</summary>
    static JsonContent Body(string path) =>
        path.EndsWith("/policy", StringComparison.Ordinal) ? JsonContent.Create(Asking.Policy())
        : path.EndsWith("/edits", StringComparison.Ordinal) ? JsonContent.Create(new StandEditsRequest { Edits = [new() { Field = "name" }] })
        : path.EndsWith("/vocabulary/", StringComparison.Ordinal) ? JsonContent.Create(new VocabularyRequest { Kind = "challenge" })
        : JsonContent.Create(new { name = "Cora" });

    /// <summary>A stand that everybody sees, and of whose team is nobody who tries.</summary>
    async Task<string> OpenStandAsync()
    {
        var open = house.Services.GetRequiredService<IGrainFactory>().GetGrain<IStandGrain>($"s{Guid.NewGuid():N}");
        Assert.Equal(ErrorCode.None, await open.Create(new("olga", "Olga", Roles.Organiser, []), new("saal", "stand-1")));
        var owner = new InvitationState { Id = "i", Label = "Stand", Role = Roles.Host, Issued = DateTimeOffset.UnixEpoch, Expires = DateTimeOffset.MaxValue, StandOwner = true };
        Assert.Equal(ErrorCode.None, await open.Join("bea", "Bea", owner));
        var bea = new StandCaller("bea", "Bea", Roles.Host, []);
        await open.Edit(bea, [new() { Field = "name", Revision = 0, Value = new() { Text = "Stadt Soest" } }, new() { Field = "line", Revision = 0, Value = new() { Text = "Läden auf Zeit" } }]);
        Assert.Equal(ErrorCode.None, (await open.Publish(bea, true)).Error);
        return open.GetPrimaryKeyString();
    }

    static bool IsAboutRole(ErrorCode code) => code is ErrorCode.ModeratorsOnly or ErrorCode.OrganisersOnly or ErrorCode.SignInNeeded;

    /// <summary>A request that means Vera and is right but for who asks.</summary>
    static object Sample(Type type, Person vera)
    {
        var sample = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(p => p.CanWrite))
        {
            object? value = property.Name switch
            {
                "Handle" or "To" when property.PropertyType == typeof(int) || property.PropertyType == typeof(int?) => vera.Picture.Handle,
                "Member" => vera.Id,
                "Room" when property.PropertyType == typeof(string) => "saal",
                "Policy" => Asking.Policy(),
                "Texts" => Array.Empty<long>(),
                "Availability" => "available",
                "Reaction" => "clap",
                "Through" or "StoodAt" => null,
                "To" => null,
                _ when property.PropertyType == typeof(string) => "Text",
                _ => null,
            };
            if (value is not null) property.SetValue(sample, value);
        }
        return sample;
    }

    static string Row(string first, IEnumerable<string> cells) => $"| {first} | {string.Join(" | ", cells)} |";

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "infra");
}
