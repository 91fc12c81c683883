using System.Net.Http.Headers;
using System.Net.Http.Json;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>A real house with a foyer and a hall, and in the hall stand 7 of the city of Köln, at which a guide lies.</summary>
public sealed class ExhibitedHouse : IAsyncLifetime
{
    internal const string Room = "halle";

    /// <summary>Where one stands at the stand, in tiles.</summary>
    internal const double StandX = 6.5, StandY = 3;

    internal HouseProcess House { get; private set; } = null!;

    internal Uri Address => House.Address;

    /// <summary>The stand's id.</summary>
    internal string Stand { get; private set; } = "";

    /// <summary>The token of Bea Bach, who owns the stand and may be called for it.</summary>
    internal string HostToken { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        House = await HouseProcess.StartAsync(DrawnHouse.Small().WithStand(Room, 7, 5, 2));
        using var olga = await SignInAsync("Olga Ott", House.Invitation);
        var stand = await AskAsync<StandCardView>(olga, HttpMethod.Post, "/api/stands", new StandRequest { Room = Room, Area = "stand-7" });
        var request = new StandInvitationRequest { Label = "Stand", Owner = true, Expires = TimeProvider.System.GetUtcNow().AddDays(1), Uses = 1 };
        var invitation = await AskAsync<StandInvitationView>(olga, HttpMethod.Post, $"/api/stands/{stand.Id}/invitations", request);
        using var bea = await SignInAsync("Bea Bach", invitation.Link.Split("#invitation=")[1]);
        (Stand, HostToken) = (stand.Id, bea.DefaultRequestHeaders.Authorization!.Parameter!);
        StandEditRequest[] edits =
        [
            new() { Field = "name", Value = new() { Text = "Stadt Köln" } },
            new() { Field = "line", Value = new() { Text = "Läden auf Zeit" } },
            new() { Field = "text", Value = new() { Text = "Wir füllen **Lücken** in der Fußgängerzone." } },
            new() { Field = "materials/a1", Value = new() { Text = "Leitfaden für Plätze", Link = "https://koeln.example/leitfaden", Language = "de" } },
        ];
        var results = await AskAsync<StandEditsView>(bea, HttpMethod.Post, $"/api/stands/{stand.Id}/edits", new StandEditsRequest { Edits = edits });
        Assert.All(results.Results, result => Assert.Equal("taken", result.Verdict));
        using var published = await bea.PutAsJsonAsync($"/api/stands/{stand.Id}/published", new StandPublishRequest { Published = true });
        Assert.True(published.IsSuccessStatusCode, $"{published.StatusCode}");
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    /// <summary>Somebody who is signed in and has come into no room yet: the token that lets a program be them.</summary>
    internal async Task<string> TokenAsync(string name, string? role = null)
    {
        string? invitation = null;
        if (role is not null)
        {
            using var olga = await SignInAsync("Olga Ott", House.Invitation);
            var request = new InvitationRequest { Label = name, Role = role, Expires = TimeProvider.System.GetUtcNow().AddDays(1), Uses = 1 };
            invitation = (await AskAsync<InvitationView>(olga, HttpMethod.Post, "/api/invitations", request)).Token;
        }
        await using var connection = await HouseConnection.ConnectAsync(new() { Address = Address, Name = name, Invitation = invitation });
        return connection.Token;
    }

    async Task<HttpClient> SignInAsync(string name, string invitation)
    {
        var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/api/session?token=true", new SessionRequest { Name = name, Invitation = invitation });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var session = await answer.Content.ReadFromJsonAsync<SessionView>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session!.Token);
        return http;
    }

    static async Task<T> AskAsync<T>(HttpClient who, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = JsonContent.Create(body, body.GetType());
        using var answer = await who.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }
}
