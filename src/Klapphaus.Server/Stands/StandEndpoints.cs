using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.Server.Presence;
using Klapphaus.Server.Web;
using Klapphaus.Server.Web.Description;

namespace Klapphaus.Server.Stands;

/// <summary>Stands: <c>/api/stands</c>. Who asks for what; the stands decide.</summary>
static class StandEndpoints
{
    /// <summary>As the description of the interface has it.</summary>
    public const string Feature = "Stands";

    const int MostEdits = 50;

    public static void MapStands(this IEndpointRouteBuilder app)
    {
        var stands = app.MapGroup("/api/stands").AddEndpointFilter(AnswerAsync).For(Feature, Callers.SignedIn);
        stands.MapGet("", ListAsync).Does("listStands", "Lists the stands that one may see.").Gives<StandCardView[]>();
        stands.MapPost("", CreateAsync).For(Feature, Callers.Organisers).Does("createStand", "Puts up a stand at a place of a room's plan that is meant for one.").Gives<StandCardView>()
            .Refuses(ErrorCode.StandPlaceUnknown, ErrorCode.StandPlaceTaken);
        var stand = stands.MapGroup("/{stand}").Takes("stand", "Id of the stand.", StandKey.Length, StandKey.Length).Refuses(ErrorCode.StandUnknown);
        MapStand(stand.MapGroup("").Takes("member", "Id of the member.", 1, GrainKey.Longest));
        stand.MapGroup("").MapEnquiries();
    }

    static void MapStand(RouteGroupBuilder stand)
    {
        stand.MapGet("", ShowAsync).Does("getStand", "Shows a stand as one may see it, and tells what one may do at it.").Gives<StandView>();
        stand.MapGet("/draft", DraftAsync).For(Feature, Callers.StandHosts).Does("getStandDraft", "Tells each field with its revision, the latest changes, the team, and what is missing.").Gives<StandDraftView>()
            .Refuses(ErrorCode.StandRightMissing);
        stand.MapPost("/edits", EditAsync).For(Feature, Callers.StandHosts).Does("editStand", "Changes fields, each by itself: one that somebody else has changed meanwhile stays as it is.").Gives<StandEditsView>()
            .Refuses(ErrorCode.StandRightMissing);
        stand.MapPost("/undo", UndoAsync).For(Feature, Callers.StandHosts).Does("undoStandEdit", "Takes a change back.").Gives<StandEditsView>().Refuses(ErrorCode.StandRightMissing);
        stand.MapPut("/published", PublishAsync).For(Feature, Callers.StandHosts).Does("publishStand", "Shows a stand to everybody, or hides it.").GivesNothing()
            .Refuses(ErrorCode.StandRightMissing, ErrorCode.StandIncomplete);
        stand.MapPut("/hosts/{member}", NameHostAsync).For(Feature, Callers.StandOwners).Does("nameHost", "Says what a host may do, and makes somebody one.").GivesNothing()
            .Refuses(ErrorCode.StandRightMissing, ErrorCode.MemberUnknown, ErrorCode.StandTeamFull);
        stand.MapDelete("/hosts/{member}", RemoveHostAsync).For(Feature, Callers.StandOwners).Does("removeHost", "Takes a host out of the team; hosts also themselves.").GivesNothing()
            .Refuses(ErrorCode.StandRightMissing, ErrorCode.MemberUnknown);
        stand.MapPost("/invitations", InviteAsync).For(Feature, Callers.StandOwners).Does("inviteToStand", "Issues a link by which hosts come into the team, or, by organisers, an owner.").Gives<StandInvitationView>()
            .Refuses(ErrorCode.StandRightMissing, ErrorCode.InvitationUnusable, ErrorCode.TooManyInvitations);
        stand.MapPut("/down", TakeDownAsync).For(Feature, Callers.Moderators).Does("takeDownStand", "Takes a stand, or one of its materials, offline.").GivesNothing()
            .Refuses(ErrorCode.StandRightMissing, ErrorCode.ReasonUnusable);
        stand.MapDelete("/down", PutBackAsync).For(Feature, Callers.Moderators).Does("putBackStand", "Puts a stand, or one of its materials, back.")
            .Takes("material", "Id of the material; empty for the stand.").GivesNothing().Refuses(ErrorCode.StandRightMissing);
        stand.MapStandReports();
        stand.MapFigures();
        stand.MapTimes();
    }

    /// <summary>For whoever is signed in; what cannot be a stand is none.</summary>
    public static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (Caller.Of(http.User) is null) return Problems.Of(http, ErrorCode.SignInNeeded);
        if (http.GetRouteValue("stand") is string stand && StandKey.Of(stand) is null) return Problems.Of(http, ErrorCode.StandUnknown);
        if (http.GetRouteValue("member") is string member && GrainKey.Of(member) is null) return Problems.Of(http, ErrorCode.Malformed);
        return await HouseFaults.AnswerAsync(call, next);
    }

    static async Task<IResult> ListAsync(HttpContext http, StandShelf shelf)
    {
        var who = Who(http);
        return Results.Ok((await shelf.ReadAsync()).Where(s => StandViews.Lists(who, s)).Select(s => StandViews.Card(s, who.Member)));
    }

    static async Task<IResult> CreateAsync(HttpContext http, StandRequest request, StandDesk desk)
    {
        var who = Who(http);
        var (stand, error) = await desk.CreateAsync(who, request);
        return stand is null ? Problems.Of(http, error) : Results.Ok(StandViews.Card(stand, who.Member));
    }

    static async Task<IResult> ShowAsync(HttpContext http, string stand, IGrainFactory grains)
    {
        var reading = await At(grains, stand).Read(Who(http));
        return reading.Error == ErrorCode.None ? Results.Ok(StandViews.Stand(stand, reading)) : Problems.Of(http, reading.Error);
    }

    static async Task<IResult> DraftAsync(HttpContext http, string stand, IGrainFactory grains, StandDesk desk, PresenceBook presence)
    {
        var draft = await At(grains, stand).Draft(Who(http));
        if (draft.Error != ErrorCode.None) return Problems.Of(http, draft.Error);
        var names = await desk.NamesAsync(draft.Team, draft.Fields.Values.Select(f => f.By).Concat(draft.History.Select(c => c.After.By)));
        return Results.Ok(DraftViews.Draft(draft, names, await presence.FindAsync([.. draft.Team.Keys])));
    }

    static async Task<IResult> EditAsync(HttpContext http, string stand, StandEditsRequest request, IGrainFactory grains, StandFiles files, StandDesk desk, StandShelf shelf)
    {
        if (request.Edits is not { Length: > 0 and <= MostEdits } edits || Array.Exists(edits, e => e is null)) return Problems.Of(http, ErrorCode.Malformed);
        return await TellAsync(http, await At(grains, stand).Edit(Who(http), await files.CheckAsync(stand, Array.ConvertAll(edits, DraftViews.Read))), desk, shelf);
    }

    static async Task<IResult> UndoAsync(HttpContext http, string stand, StandUndoRequest request, IGrainFactory grains, StandDesk desk, StandShelf shelf) =>
        await TellAsync(http, await At(grains, stand).Undo(Who(http), request.Revision), desk, shelf);

    static async Task<IResult> TellAsync(HttpContext http, EditAnswers answers, StandDesk desk, StandShelf shelf)
    {
        if (answers.Error != ErrorCode.None) return Problems.Of(http, answers.Error);
        await shelf.ChangedAsync();
        var names = await desk.NamesAsync(answers.Team, answers.Results.Select(r => r.Now.By));
        return Results.Ok(new StandEditsView { Results = Array.ConvertAll(answers.Results, r => DraftViews.Edit(r, names)) });
    }

    static async Task<IResult> PublishAsync(HttpContext http, string stand, StandPublishRequest request, IGrainFactory grains, StandShelf shelf)
    {
        var answer = await At(grains, stand).Publish(Who(http), request.Published);
        if (answer.Error == ErrorCode.StandIncomplete) return Problems.Of(http, answer.Error, KeyValuePair.Create<string, object?>("missing", Array.ConvertAll(answer.Missing, DraftViews.Fault)));
        if (answer.Error != ErrorCode.None) return Problems.Of(http, answer.Error);
        await shelf.ChangedAsync();
        return Results.NoContent();
    }

    static async Task<IResult> NameHostAsync(HttpContext http, string stand, string member, StandRightsRequest request, StandDesk desk) =>
        StandRights.Read(request.Rights) is { } rights ? Answer(http, await desk.NameHostAsync(Who(http), stand, member, rights)) : Problems.Of(http, ErrorCode.Malformed);

    static async Task<IResult> RemoveHostAsync(HttpContext http, string stand, string member, StandDesk desk) =>
        Answer(http, await desk.NameHostAsync(Who(http), stand, member, World.Stands.HostRights.None));

    static async Task<IResult> InviteAsync(HttpContext http, string stand, StandInvitationRequest request, StandDesk desk, Invitations invitations)
    {
        var (invitation, error) = await desk.InviteAsync(Caller.Of(http.User)!, stand, request);
        if (invitation is null) return Problems.Of(http, error);
        return Results.Ok(new StandInvitationView
        {
            Id = invitation.Id,
            Label = invitation.Label,
            Link = InvitationViews.Link(http.Request, invitations.Token(invitation.Id)),
            Owner = invitation.StandOwner,
            Rights = StandRights.Words(invitation.StandRights),
            Expires = invitation.Expires,
            Uses = invitation.MostUses,
        });
    }

    static async Task<IResult> TakeDownAsync(HttpContext http, string stand, StandTakedownRequest request, IGrainFactory grains, StandDesk desk) =>
        Answer(http, await desk.HearAsync(At(grains, stand).TakeDown(Who(http), request.Reason ?? "", request.Material ?? "")));

    static async Task<IResult> PutBackAsync(HttpContext http, string stand, IGrainFactory grains, StandDesk desk, string material = "") =>
        Answer(http, await desk.HearAsync(At(grains, stand).PutBack(Who(http), material)));

    static IResult Answer(HttpContext http, ErrorCode error) => error == ErrorCode.None ? Results.NoContent() : Problems.Of(http, error);

    static StandCaller Who(HttpContext http) => Caller.Of(http.User)!.ToStandCaller();

    static IStandGrain At(IGrainFactory grains, string stand) => grains.GetGrain<IStandGrain>(stand);
}
