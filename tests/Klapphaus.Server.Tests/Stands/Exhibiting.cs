using System.Net;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What people do with stands, by HTTP as a browser does it.</summary>
static class Exhibiting
{
    /// <summary>The organiser gives a place away.</summary>
    public static async Task<StandCardView> GiveAsync(this Browser olga, string room, string area) =>
        await olga.AskAsync<StandCardView>(HttpMethod.Post, "/api/stands", new StandRequest { Room = room, Area = area });

    /// <summary>A link into the team; gives what stands behind <c>#invitation=</c> in it.</summary>
    public static async Task<string> InviteAsync(this Browser who, string stand, bool owner = false, string[]? rights = null, int uses = 0)
    {
        var request = new StandInvitationRequest { Label = "Stand", Owner = owner, Rights = rights, Expires = TimeProvider.System.GetUtcNow().AddDays(1), Uses = uses };
        return (await who.AskAsync<StandInvitationView>(HttpMethod.Post, $"/api/stands/{stand}/invitations", request)).Link.Split("#invitation=")[1];
    }

    /// <summary>Comes by a link.</summary>
    public static Task<SessionView> ComeAsync(this Browser who, string name, string invitation) => who.SignInAsync(new() { Name = name, Invitation = invitation });

    public static Task<StandView> LookAsync(this Browser who, string stand) => who.AskAsync<StandView>(HttpMethod.Get, $"/api/stands/{stand}");

    public static Task<StandDraftView> DraftAsync(this Browser who, string stand) => who.AskAsync<StandDraftView>(HttpMethod.Get, $"/api/stands/{stand}/draft");

    public static Task<StandCardView[]> StandsAsync(this Browser who) => who.AskAsync<StandCardView[]>(HttpMethod.Get, "/api/stands");

    public static async Task<StandEditView[]> EditAsync(this Browser who, string stand, params StandEditRequest[] edits) =>
        (await who.AskAsync<StandEditsView>(HttpMethod.Post, $"/api/stands/{stand}/edits", new StandEditsRequest { Edits = edits })).Results;

    /// <summary>Writes a text by the revision that one has before the eyes.</summary>
    public static async Task<StandEditView> WriteAsync(this Browser who, string stand, string field, string text, long revision) =>
        Assert.Single(await who.EditAsync(stand, new StandEditRequest { Field = field, Revision = revision, Value = new() { Text = text } }));

    /// <summary>Writes a text by what is there now, and it is taken.</summary>
    public static async Task<StandEditView> WriteAsync(this Browser who, string stand, string field, string text)
    {
        var known = (await who.DraftAsync(stand)).Fields.TryGetValue(field, out var there) ? there.Revision : 0;
        var result = await who.WriteAsync(stand, field, text, known);
        Assert.Equal("taken", result.Verdict);
        return result;
    }

    /// <summary>Name and line stand there, and everybody sees it.</summary>
    public static async Task PublishAsync(this Browser who, string stand, string name)
    {
        await who.WriteAsync(stand, "name", name);
        await who.WriteAsync(stand, "line", "Läden auf Zeit");
        await who.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = true });
    }

    public static async Task<T> AskAsync<T>(this Browser who, HttpMethod method, string path, object? body = null)
    {
        using var answer = await who.SendAsync(method, path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>())!;
    }

    /// <summary>It is done, and there is nothing to say to it.</summary>
    public static async Task DoAsync(this Browser who, HttpMethod method, string path, object? body = null)
    {
        using var answer = await who.SendAsync(method, path, body);
        Assert.True(answer.StatusCode == HttpStatusCode.NoContent, $"{method} {path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>It is refused, and why.</summary>
    public static async Task<(HttpStatusCode Status, ErrorCode Code)> MayNotAsync(this Browser who, HttpMethod method, string path, object? body = null)
    {
        using var answer = await who.SendAsync(method, path, body);
        return (answer.StatusCode, (await Browser.RefusalOf(answer)).Code);
    }

    public static async Task<HttpResponseMessage> SendAsync(this Browser who, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body, body.GetType());
        return await who.Http.SendAsync(request);
    }
}
