using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Files;
using StackExchange.Redis;

namespace Klapphaus.Server.Files;

/// <summary>
/// Files: <c>/api/files</c>. What others have uploaded is never shown as a page of the house: it is saved, or played inside a page of ours, and a browser that
/// opens it all the same runs nothing of it. Only smaller pictures, which the house has drawn itself, are shown.
/// </summary>
static class FileEndpoints
{
    public const string Path = "/api/files";

    /// <summary>For a file that somebody opens by its address after all.</summary>
    const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>By the one browser that has asked, and asked for again each time: rights change, contents do not.</summary>
    const string AskAgain = "private, no-cache";

    /// <summary>Signs on the floor are asked for by everybody who walks by.</summary>
    const string KeepForAWhile = "private, max-age=300";

    public static void MapFiles(this WebApplication app, FilesOptions options)
    {
        var files = app.MapGroup(Path).AddEndpointFilter(AnswerAsync).For("Files", Callers.SignedIn)
            .Takes("id", "Id of the file.").Takes("width", $"One of {string.Join(", ", Previews.Widths)}.", Previews.Widths[0], Previews.Widths[^1]);
        files.MapUploads(options);
        files.MapGet("limits", LimitsAsync).Does("getFileLimits", "Tells what may be uploaded, and how much of it a stand has already.")
            .Takes("stand", "Id of the stand; what it has is told to who may put files there.", 1, GrainKey.Longest).Gives<FileLimitsView>();
        files.MapGet("{id}", DownloadAsync).Does("getFile", "Gives a file to be saved, or a part of it (Range).").GivesContent().Refuses(ErrorCode.FileUnknown);
        files.MapMethods("{id}", [HttpMethods.Head], DownloadAsync).Does("lookAtFile", "Tells how large a file is, of what kind, and how it is called.")
            .GivesNothing(StatusCodes.Status200OK).Refuses(ErrorCode.FileUnknown);
        files.MapGet("{id}/{width:int}", ShowAsync).Does("getPreview", "Gives a picture no wider than that, to be shown.").GivesFile(Previews.MediaType).Refuses(ErrorCode.FileUnknown);
        files.MapMethods("{id}/{width:int}", [HttpMethods.Head], ShowAsync).Does("lookAtPreview", "Tells how large a smaller picture is.")
            .GivesNothing(StatusCodes.Status200OK).Refuses(ErrorCode.FileUnknown);
    }

    /// <summary>Any of the kinds that are taken, whole or a part of it.</summary>
    static RouteHandlerBuilder GivesContent(this RouteHandlerBuilder endpoint) => FileKinds.All.Select(k => k.MediaType())
        .Aggregate(endpoint, (described, type) => described.GivesFile(type).GivesFile(type, StatusCodes.Status206PartialContent)).GivesNothing(StatusCodes.Status304NotModified);

    static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (Caller.Of(http.User) is null) return Problems.Of(http, ErrorCode.SignInNeeded);
        try
        {
            return await next(call);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or RedisException or IOException or UnauthorizedAccessException)
        {
            http.RequestServices.GetRequiredService<ILogger<FileBook>>().StoreFails(e.GetType().Name);
            return Problems.Of(http, ErrorCode.Unavailable);
        }
    }

    static async Task<IResult> LimitsAsync(HttpContext http, FilesOptions options, FileBook book, IFileGate gate, string? stand = null) => Results.Ok(new FileLimitsView
    {
        MaxBytes = options.MaxBytes,
        MaxBytesPerStand = options.MaxBytesPerStand,
        MaxFilesPerStand = FileBook.MostFiles,
        UsedBytes = GrainKey.Of(stand) is { } asked && await gate.MayUploadAsync(Caller.Of(http.User)!, asked) == ErrorCode.None ? await book.UsedAsync(asked) : null,
        UploadHours = (int)FilesOptions.UploadTime.TotalHours,
        Kinds = [.. FileKinds.All.Select(k => new FileKindView(k.Word(), k.MediaType(), k.Endings()))],
        PreviewWidths = Previews.Widths,
    });

    static async Task<IResult> DownloadAsync(HttpContext http, string id, FileBook book, IFileGate gate, IFileStore store)
    {
        if (await FindAsync(http, id, book, gate) is not { } file || await store.OpenAsync(id, http.RequestAborted) is not { } content) return Problems.Of(http, ErrorCode.FileUnknown);
        Guard(http, AskAgain);
        return Results.Stream(content, file.Kind!.Value.MediaType(), file.Name, entityTag: new($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    static async Task<IResult> ShowAsync(HttpContext http, string id, int width, FileBook book, IFileGate gate, IFileStore store)
    {
        if (!Previews.Widths.Contains(width)
            || await FindAsync(http, id, book, gate) is not { } file
            || await store.OpenAsync(FileId.OfPreview(id, width), http.RequestAborted) is not { } content) return Problems.Of(http, ErrorCode.FileUnknown);
        Guard(http, KeepForAWhile);
        return Results.Stream(content, Previews.MediaType, entityTag: new($"\"{file.Sha256}-{width}\""), enableRangeProcessing: true);
    }

    /// <summary>The file; null when there is none, or none for who asks: that is the same to them.</summary>
    static async Task<FileRecord?> FindAsync(HttpContext http, string id, FileBook book, IFileGate gate) =>
        await book.FindAsync(id) is { IsHere: true } file && await gate.MayReadAsync(Caller.Of(http.User)!, file) ? file : null;

    static void Guard(HttpContext http, string caching)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = caching;
    }
}
