using System.Net;
using System.Net.Http.Json;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Stands;

/// <summary>The exhibitor on one process, visitors on another.</summary>
public sealed class StandTests
{
    [Fact]
    public async Task WhatIsChangedOnOneProcessIsSeenAndReadOnTheOther()
    {
        await using var house = await OpenAsync();
        var (stand, bea) = await GiveAsync(house.Processes[0]);
        await using var gone = bea;
        await using var vera = new Person(await HouseConnection.ConnectAsync(house.Processes[1].Options("Vera")));
        StandsChangedEvent? told = null;
        vera.Connection.StandsChanged += news => Volatile.Write(ref told, news);
        await vera.Enter("halle");
        using (var owner = Http(house.Processes[0], bea.Connection.Token)) await PublishAsync(owner, stand);

        await vera.WaitUntil(_ => Volatile.Read(ref told) is { Stands: [{ Name: "Stadt Soest", Draft: false }] }, "the stand is there");
        using var visitor = Http(house.Processes[1], vera.Connection.Token);
        Assert.Equal("Stadt Soest", (await visitor.GetFromJsonAsync<StandView>($"/api/stands/{stand}"))!.Name);
        for (var look = 0; look < 40 && (await visitor.GetFromJsonAsync<StandSearchView>("/api/stands/search?q=Laeden"))!.Total == 0; look++) await Task.Delay(TimeSpan.FromMilliseconds(250));
        Assert.Equal(stand, Assert.Single((await visitor.GetFromJsonAsync<StandSearchView>("/api/stands/search?q=Laden"))!.Hits).Stand);
        Assert.Equal("open", Assert.Single((await visitor.GetFromJsonAsync<StandCardView[]>("/api/stands"))!).State);
    }

    [Fact]
    public async Task AStandOutlivesTheProcessOnWhichItWasWrittenAndIsWrittenOn()
    {
        await using var house = await OpenAsync();
        var (stand, bea) = await GiveAsync(house.Processes[0]);
        var token = bea.Connection.Token;
        await using (bea)
        {
            using var owner = Http(house.Processes[0], token);
            await PublishAsync(owner, stand);
        }
        await house.Processes[0].KillAsync();

        using var elsewhere = Http(house.Processes[1], token);
        var draft = await OnceItAnswersAsync(() => elsewhere.GetAsync($"/api/stands/{stand}/draft"), DraftOf);
        Assert.Equal(("Stadt Soest", "Läden auf Zeit"), (draft.Fields["name"].Value!.Text, draft.Fields["line"].Value!.Text));
        var edits = new StandEditsRequest { Edits = [new() { Field = "line", Revision = draft.Fields["line"].Revision, Value = new() { Text = "Leerstand füllen" } }] };
        var result = await OnceItAnswersAsync(() => elsewhere.PostAsJsonAsync($"/api/stands/{stand}/edits", edits), answer => answer.Content.ReadFromJsonAsync<StandEditsView>());
        Assert.Contains(Assert.Single(result.Results).Verdict, (string[])["taken", "same"]); // the same: what was cut off had been stored
        Assert.Equal("Leerstand füllen", (await OnceItAnswersAsync(() => elsewhere.GetAsync($"/api/stands/{stand}/draft"), DraftOf)).Fields["line"].Value!.Text);
    }

    [Fact]
    public async Task WhoLooksAfterAStandIsToldOnTheOtherProcessAndSoIsWhoHasAsked()
    {
        await using var house = await OpenAsync();
        var (stand, owned) = await GiveAsync(house.Processes[0]);
        await using var bea = owned;
        using var owner = Http(house.Processes[0], bea.Connection.Token);
        await PublishAsync(owner, stand);
        await using var vera = new Person(await HouseConnection.ConnectAsync(house.Processes[1].Options("Vera")));
        using var visitor = Http(house.Processes[1], vera.Connection.Token);
        EnquiriesChangedEvent? beas = null, veras = null;
        bea.Connection.EnquiriesChanged += news => Volatile.Write(ref beas, news);
        vera.Connection.EnquiriesChanged += news => Volatile.Write(ref veras, news);

        var path = $"/api/stands/{stand}/enquiries/{Guid.NewGuid():N}";
        using (var asked = await visitor.PutAsJsonAsync(path, new EnquiryRequest { Question = "Was kostet das?" })) asked.EnsureSuccessStatusCode();
        await bea.WaitUntil(_ => Volatile.Read(ref beas) is { Kind: "asked", Name: "Stadt Soest" }, "she is told that somebody has asked");
        using (var answered = await owner.PutAsJsonAsync($"{path}/answer", new EnquiryAnswerRequest { Text = "Nichts." })) answered.EnsureSuccessStatusCode();
        await vera.WaitUntil(_ => Volatile.Read(ref veras) is { Kind: "answered" }, "she is told that it is answered");
        Assert.Equal("Nichts.", Assert.Single((await visitor.GetFromJsonAsync<LeftAtStandView>($"/api/stands/{stand}/mine"))!.Enquiries).Answer);
    }

    static Task<StandDraftView?> DraftOf(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<StandDraftView>();

    static Task<ScaledHouse> OpenAsync() => ScaledHouse.OpenAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "all", "all");

    /// <summary>Bea's stand, which Olga has given her.</summary>
    static async Task<(string Stand, Person Bea)> GiveAsync(HouseProcess process)
    {
        await using var olga = await process.EnterAsOrganiser("Olga", "foyer");
        using var organiser = Http(process, olga.Connection.Token);
        var stand = (await AskAsync<StandCardView>(organiser, HttpMethod.Post, "/api/stands", new StandRequest { Room = "halle", Area = "stand-1" })).Id;
        var wanted = new StandInvitationRequest { Label = "Soest", Owner = true, Expires = TimeProvider.System.GetUtcNow().AddDays(1) };
        var link = (await AskAsync<StandInvitationView>(organiser, HttpMethod.Post, $"/api/stands/{stand}/invitations", wanted)).Link;
        return (stand, new(await HouseConnection.ConnectAsync(process.Options("Bea") with { Invitation = link.Split("#invitation=")[1] })));
    }

    static async Task PublishAsync(HttpClient owner, string stand)
    {
        await AskAsync<StandEditsView>(owner, HttpMethod.Post, $"/api/stands/{stand}/edits", new StandEditsRequest
        {
            Edits = [new() { Field = "name", Value = new() { Text = "Stadt Soest" } }, new() { Field = "line", Value = new() { Text = "Läden auf Zeit" } }],
        });
        using var published = await owner.PutAsJsonAsync($"/api/stands/{stand}/published", new StandPublishRequest { Published = true });
        published.EnsureSuccessStatusCode();
    }

    /// <summary>Asks until the house has got over the loss of a process; any other refusal is one.</summary>
    static async Task<T> OnceItAnswersAsync<T>(Func<Task<HttpResponseMessage>> ask, Func<HttpResponseMessage, Task<T?>> read)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            using var answer = await ask();
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) return (await read(answer.EnsureSuccessStatusCode()))!;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    static HttpClient Http(HouseProcess process, string token)
    {
        var http = new HttpClient { BaseAddress = process.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    static async Task<T> AskAsync<T>(HttpClient http, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body, body.GetType()) };
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }
}
