using Klapphaus.Contracts;
using Klapphaus.Server.Web;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Members;
using Microsoft.AspNetCore.Mvc;

namespace Klapphaus.Server.Members;

/// <summary>Organisers and their invitations: <c>/api/invitations</c>.</summary>
static class InvitationEndpoints
{
    public static void MapInvitations(this IEndpointRouteBuilder app)
    {
        var invitations = app.MapGroup("/api/invitations").RequireAuthorization(p => p.RequireRole(Roles.Organiser)).AddEndpointFilter(AnswerAsync)
            .For("Invitations", Callers.Organisers).Takes("id", "Id of the invitation.");
        invitations.MapGet("", ListAsync).Does("listInvitations", "Lists all invitations, also those that are over.").Gives<InvitationView[]>();
        invitations.MapPost("", IssueAsync).Does("issueInvitation", "Issues an invitation.").Gives<InvitationView>().Refuses(ErrorCode.InvitationUnusable, ErrorCode.TooManyInvitations);
        invitations.MapDelete("{id}", RevokeAsync).Does("revokeInvitation", "Takes an invitation back.")
            .Takes("signOut", "Also signs out everybody who came by it.").GivesNothing().Refuses(ErrorCode.InvitationUnknown);
        invitations.MapGet("{id}/qr.svg", DrawAsync).Does("drawInvitation", "Draws the link of an invitation for a telephone's camera.").GivesFile(QrPicture.MediaType).Refuses(ErrorCode.InvitationUnknown);
        invitations.MapPost("guest-list", TakeGuestListAsync).WithMetadata(new RequestSizeLimitAttribute(GuestListReader.MostBytes))
            .Does("inviteGuests", "Issues an invitation to each guest of a list, or to none, and tells what is wrong with which line.")
            .Takes("label", "What the organiser calls these invitations.", 1, PersonName.MaxLabel).Takes("expires", "Their end, at most a year away.").Takes("rooms", "Ids of the only rooms that they open; none for all.")
            .TakesBody(Spreadsheet.MediaType, $"A table with a column of names, at most {GuestListReader.MostLines} lines and {GuestListReader.MostBytes / 1024} KB.")
            .GivesFile(Spreadsheet.MediaType).GivesFile(Spreadsheet.MediaType, StatusCodes.Status422UnprocessableEntity)
            .Refuses(ErrorCode.InvitationUnusable, ErrorCode.GuestListUnusable, ErrorCode.TooManyInvitations);
    }

    static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        call.HttpContext.Response.Headers.CacheControl = "no-store"; // whoever has the answer can come in
        try
        {
            return await next(call);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return Problems.Of(call.HttpContext, ErrorCode.Unavailable);
        }
    }

    static async Task<InvitationView[]> ListAsync(InvitationDesk desk, Invitations invitations, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return [.. (await desk.ListAsync()).Select(i => InvitationViews.Of(i, invitations, now))];
    }

    static async Task<IResult> IssueAsync(HttpContext http, InvitationRequest request, InvitationDesk desk, Invitations invitations, TimeProvider time)
    {
        if (await desk.DraftAsync(request, Caller.Of(http.User)!) is not { } draft) return Problems.Of(http, ErrorCode.InvitationUnusable);
        var error = await desk.IssueAsync(draft);
        return error == ErrorCode.None ? Results.Ok(InvitationViews.Of(draft, invitations, time.GetUtcNow())) : Problems.Of(http, error);
    }

    static async Task<IResult> RevokeAsync(HttpContext http, string id, InvitationDesk desk, bool signOut = false) =>
        await desk.RevokeAsync(id, signOut, Caller.Of(http.User)!) ? Results.NoContent() : Problems.Of(http, ErrorCode.InvitationUnknown);

    static async Task<IResult> DrawAsync(HttpContext http, string id, InvitationDesk desk, Invitations invitations) =>
        await desk.FindOpenAsync(id) is { } found
            ? Results.Text(QrPicture.Of(InvitationViews.Link(http.Request, invitations.Token(found.Id))), QrPicture.MediaType)
            : Problems.Of(http, ErrorCode.InvitationUnknown);

    /// <summary>All guests get a personal invitation, or none does and the answer says what is wrong with which line.</summary>
    static async Task<IResult> TakeGuestListAsync(
        HttpContext http, InvitationDesk desk, Invitations invitations, [FromQuery] string? label, [FromQuery] DateTimeOffset? expires, [FromQuery] string[]? rooms)
    {
        if (http.Request.GetTypedHeaders().ContentType is not { } type || !type.MediaType.Equals(Spreadsheet.MediaType, StringComparison.OrdinalIgnoreCase))
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var draft = await desk.DraftAsync(new() { Label = label, Role = Roles.Guest, Rooms = rooms, Expires = expires }, Caller.Of(http.User)!);
        if (draft is null) return Problems.Of(http, ErrorCode.InvitationUnusable);
        if (await ReadAsync(http) is not { } list) return Problems.Of(http, ErrorCode.GuestListUnusable);
        var german = Problems.InGerman(http);
        if (list.HasFaults) return Answer(http, GuestListWriter.Faults(list, german), StatusCodes.Status422UnprocessableEntity);

        var issued = list.Guests.Select(guest => InvitationDesk.For(guest, draft)).ToArray();
        var error = await desk.IssueAsync(issued);
        if (error != ErrorCode.None) return Problems.Of(http, error);
        return Answer(http, GuestListWriter.Links(list, [.. issued.Select(i => InvitationViews.Link(http.Request, invitations.Token(i.Id)))], german), StatusCodes.Status200OK);
    }

    static async Task<GuestList?> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return null; // too large
        }
        return GuestListReader.Read(body.ToArray());
    }

    static IResult Answer(HttpContext http, byte[] table, int status)
    {
        http.Response.StatusCode = status;
        return Results.Bytes(table, Spreadsheet.ContentType, "klapphaus.csv");
    }
}
