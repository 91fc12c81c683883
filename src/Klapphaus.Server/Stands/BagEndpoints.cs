using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;
using Orleans.Persistence.Redis;

namespace Klapphaus.Server.Stands;

/// <summary>What people take along from stands: <c>/api/bag</c>. A bag is its owner's alone, but for whoever has a link to it.</summary>
static class BagEndpoints
{
    const string Feature = "Bag", Form = "application/x-www-form-urlencoded", Token = "token";

    /// <summary>Who has nothing but a link sees what everybody does.</summary>
    static readonly StandCaller nobody = new("", "", Roles.Visitor, []);

    public static void MapBag(this IEndpointRouteBuilder app)
    {
        var bag = app.MapGroup("/api/bag").AddEndpointFilter(AnswerAsync).For(Feature, Callers.SignedIn);
        bag.MapGet("", ListAsync).Does("getBag", "Lists what one has taken along, also what is not there any more, and the links to it.").Gives<BagView>();
        bag.MapPost("", PutAsync).Does("putIntoBag", "Takes a material along, once.").GivesNothing().Refuses(ErrorCode.StandUnknown, ErrorCode.MaterialUnknown, ErrorCode.BagFull);
        bag.MapDelete("", ClearAsync).Does("clearBag", "Takes everything out.").GivesNothing();
        bag.MapDelete("items/{stand}/{material}", RemoveAsync).Takes("stand", "Id of the stand.").Takes("material", "Id of the material.")
            .Does("removeFromBag", "Takes a material out.").GivesNothing().Refuses(ErrorCode.MaterialUnknown);
        bag.MapGet("bag.zip", ZipAsync).Does("getBagAsZip", "Gives all of it in one file: files, links, and a page that lists them and says what could not be had.")
            .GivesFile(BagZipResult.MediaType).Refuses(ErrorCode.TooManyCalls);
        bag.MapPost("links", AddLinkAsync).Does("linkToBag", "Makes a link by which whoever has it reads the list, and gets the files, for 30 days.").Gives<BagLinkView>().Refuses(ErrorCode.TooManyBagLinks);
        bag.MapDelete("links/{link}", RevokeLinkAsync).Takes("link", "Id of the link.").Does("revokeBagLink", "Takes a link back.").GivesNothing().Refuses(ErrorCode.BagLinkInvalid);
        bag.MapGet("links/{link}/qr.svg", DrawLinkAsync).Takes("link", "Id of the link.").Does("drawBagLink", "Draws a link for a telephone's camera.").GivesFile(QrPicture.MediaType).Refuses(ErrorCode.BagLinkInvalid);
        var shared = bag.MapGroup("shared").RequireRateLimiting(SessionEndpoints.RateLimit).For(Feature, Callers.Anybody).Refuses(ErrorCode.BagLinkInvalid, ErrorCode.SignInNeeded);
        shared.MapPost("", ListSharedAsync).Does("readSharedBag", "Lists what is in the bag that a link leads to, as far as everybody may see it; a house that lets nobody in without an invitation asks one to sign in first.").Gives<SharedBagView>();
        shared.MapPost("bag.zip", ZipSharedAsync).TakesBody(Form, "The field token: what stands behind #bag= in the link.")
            .Does("getSharedBagAsZip", "Gives all of it in one file.").GivesFile(BagZipResult.MediaType).Refuses(ErrorCode.Malformed);
    }

    /// <summary>Without what opens it: that is told once.</summary>
    public static BagLinkView View(BagLinkState link) => new() { Id = link.Id, Issued = link.Issued, Expires = link.Expires };

    static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        var isShared = http.GetEndpoint()!.Metadata.OfType<EndpointWords>().LastOrDefault(w => w.Callers is not null)?.Callers == Callers.Anybody;
        if (!isShared && Caller.Of(http.User) is null) return Problems.Of(http, ErrorCode.SignInNeeded);
        try
        {
            return await next(call);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or RedisStorageException)
        {
            return Problems.Of(http, ErrorCode.Unavailable);
        }
    }

    static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains, BagDesk desk)
    {
        var contents = await At(grains, http).Contents();
        return Results.Ok(new BagView { Items = await desk.LookAsync(Who(http), contents.Items), Links = Array.ConvertAll(contents.Links, View), Most = Bag.Most });
    }

    static async Task<IResult> PutAsync(HttpContext http, BagRequest request, BagDesk desk) =>
        StandKey.Of(request.Stand) is { } stand ? Answer(http, await desk.PutAsync(Who(http), stand, request.Material ?? "")) : Problems.Of(http, ErrorCode.StandUnknown);

    static async Task<IResult> RemoveAsync(HttpContext http, string stand, string material, IGrainFactory grains) =>
        Answer(http, await At(grains, http).Remove(stand, material) ? ErrorCode.None : ErrorCode.MaterialUnknown);

    static async Task<IResult> ClearAsync(HttpContext http, IGrainFactory grains)
    {
        await At(grains, http).Clear();
        return Results.NoContent();
    }

    static async Task<IResult> AddLinkAsync(HttpContext http, BagLinks links) => await links.AddAsync(Caller.Of(http.User)!.Id) is var (link, token)
        ? Results.Ok(View(link) with { Link = Link(http.Request, token) })
        : Problems.Of(http, ErrorCode.TooManyBagLinks);

    static async Task<IResult> RevokeLinkAsync(HttpContext http, string link, IGrainFactory grains) =>
        Answer(http, await At(grains, http).RevokeLink(link) ? ErrorCode.None : ErrorCode.BagLinkInvalid);

    static async Task<IResult> DrawLinkAsync(HttpContext http, string link, BagLinks links) => await links.FindAsync(Caller.Of(http.User)!.Id, link) is { } token
        ? Results.Text(QrPicture.Of(Link(http.Request, token)), QrPicture.MediaType)
        : Problems.Of(http, ErrorCode.BagLinkInvalid);

    static async Task<IResult> ZipAsync(HttpContext http, IGrainFactory grains, BagDesk desk, BagZip zip, BagZipTurns turns, HouseOptions options) =>
        new BagZipResult(zip, turns, options, Caller.Of(http.User)!.Id, await desk.LookAsync(Who(http), (await At(grains, http).Contents()).Items));

    static async Task<IResult> ListSharedAsync(HttpContext http, SharedBagRequest request, BagLinks links, BagDesk desk, HouseOptions options)
    {
        if (IsClosed(http, options)) return Problems.Of(http, ErrorCode.SignInNeeded);
        return await links.OpenAsync(request.Token) is var (_, items) ? Results.Ok(new SharedBagView { Items = await LookSharedAsync(desk, items) }) : Problems.Of(http, ErrorCode.BagLinkInvalid);
    }

    /// <summary>By a form, so that the browser saves it as it comes, and the token stands in no address.</summary>
    static async Task<IResult> ZipSharedAsync(HttpContext http, BagLinks links, BagDesk desk, BagZip zip, BagZipTurns turns, HouseOptions options)
    {
        if (IsClosed(http, options)) return Problems.Of(http, ErrorCode.SignInNeeded);
        if (!http.Request.HasFormContentType) return Problems.Of(http, ErrorCode.Malformed);
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return await links.OpenAsync(form[Token].ToString()) is var (link, items)
                ? new BagZipResult(zip, turns, options, link, await LookSharedAsync(desk, items))
                : Problems.Of(http, ErrorCode.BagLinkInvalid);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return Problems.Of(http, ErrorCode.Malformed);
        }
    }

    /// <summary>What is not to be seen is not told either, not even by its title.</summary>
    static async Task<BagItemView[]> LookSharedAsync(BagDesk desk, BagItemState[] items) => Array.FindAll(await desk.LookAsync(nobody, items), i => i.There);

    /// <summary>Where nobody comes in without an invitation, nobody reads what is inside without one.</summary>
    static bool IsClosed(HttpContext http, HouseOptions options) => !options.Visitors && Caller.Of(http.User) is null;

    static IResult Answer(HttpContext http, ErrorCode error) => error == ErrorCode.None ? Results.NoContent() : Problems.Of(http, error);

    /// <summary>What opens the bag stands where no server on the way, and no log, gets to see it.</summary>
    static string Link(HttpRequest request, string token) => $"{request.Scheme}://{request.Host}/tasche#bag={token}";

    static StandCaller Who(HttpContext http) => Caller.Of(http.User)!.ToStandCaller();

    static IBagGrain At(IGrainFactory grains, HttpContext http) => grains.GetGrain<IBagGrain>(Caller.Of(http.User)!.Id);
}
