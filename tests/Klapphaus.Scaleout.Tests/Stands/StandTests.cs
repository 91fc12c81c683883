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
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), "all", "all");
        await using var olga = await house.Processes[0].EnterAsOrganiser("Olga", "foyer");
        using var organiser = Http(house.Processes[0], olga.Connection.Token);
        var stand = (await AskAsync<StandCardView>(organiser, HttpMethod.Post, "/api/stands", new StandRequest { Room = "halle", Area = "stand-1" })).Id;
        var link = (await AskAsync<StandInvitationView>(
            organiser, HttpMethod.Post, $"/api/stands/{stand}/invitations", new StandInvitationRequest { Label = "Soest", Owner = true, Expires = TimeProvider.System.GetUtcNow().AddDays(1) })).Link;
        await using var bea = new Person(await HouseConnection.ConnectAsync(new() { Address = house.Processes[0].Address, Name = "Bea", Invitation = link.Split("#invitation=")[1] }));
        using var owner = Http(house.Processes[0], bea.Connection.Token);

        await using var vera = new Person(await HouseConnection.ConnectAsync(new() { Address = house.Processes[1].Address, Name = "Vera" }));
        StandsChangedEvent? told = null;
        vera.Connection.StandsChanged += news => Volatile.Write(ref told, news);
        await vera.Enter("halle");
        await AskAsync<StandEditsView>(owner, HttpMethod.Post, $"/api/stands/{stand}/edits", new StandEditsRequest
        {
            Edits = [new() { Field = "name", Value = new() { Text = "Stadt Soest" } }, new() { Field = "line", Value = new() { Text = "Läden auf Zeit" } }],
        });
        using (var published = await owner.PutAsJsonAsync($"/api/stands/{stand}/published", new StandPublishRequest { Published = true })) published.EnsureSuccessStatusCode();

        await vera.WaitUntil(_ => Volatile.Read(ref told) is { Stands: [{ Name: "Stadt Soest", Draft: false }] }, "the stand is there");
        using var visitor = Http(house.Processes[1], vera.Connection.Token);
        Assert.Equal("Stadt Soest", (await visitor.GetFromJsonAsync<StandView>($"/api/stands/{stand}"))!.Name);
        Assert.Equal("open", Assert.Single((await visitor.GetFromJsonAsync<StandCardView[]>("/api/stands"))!).State);
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
