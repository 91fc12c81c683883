using System.Globalization;
using Klapphaus.Server.Members;
using Klapphaus.Server.Web.Description;
using Microsoft.AspNetCore.Mvc;

namespace Klapphaus.Server.Files;

/// <summary>
/// Uploads by the protocol tus 1.0.0 with its extensions creation, termination, expiration and checksum: <c>POST /api/files</c> begins one and says where it
/// is; there HEAD asks how far it is, PATCH goes on with it, DELETE gives it up. The answer to its last byte says where the file is (<c>Content-Location</c>).
/// </summary>
static class UploadEndpoints
{
    const string Protocol = "1.0.0";

    const string Uploads = "uploads/{id}";

    public static void MapUploads(this RouteGroupBuilder files, FilesOptions options)
    {
        var uploads = files.MapGroup("").AddEndpointFilter(SpeakAsync).Takes("id", "Id of the upload.");
        var oneFile = new RequestSizeLimitAttribute(options.MaxBytes);
        uploads.MapMethods("", [HttpMethods.Options], (HttpContext http) => Tell(http, options))
            .Does("askForUploads", "Tells in headers what of the upload protocol tus 1.0.0 the house can.").GivesNothing();
        uploads.MapPost("", CreateAsync).Does("beginUpload", "Begins an upload of a file; its address is in Location.").InProtocol()
            .TakesHeader(UploadHeaders.Length, "Bytes of the file.").TakesHeader(UploadHeaders.Metadata, "The words stand and filename, each with its value in Base64, with a comma between them.")
            .GivesNothing(StatusCodes.Status201Created)
            .Refuses(ErrorCode.FileEmpty, ErrorCode.FileTooLarge, ErrorCode.FileNotAllowed, ErrorCode.StandFilesFull, ErrorCode.DiskFull);
        uploads.MapMethods(Uploads, [HttpMethods.Head], LookAsync).Does("lookAtUpload", "Tells in Upload-Offset how many bytes of an upload are here.").InProtocol()
            .GivesNothing(StatusCodes.Status200OK).RefusesUpload().RefusesContent();
        uploads.MapPatch(Uploads, AppendAsync).WithMetadata(oneFile)
            .Does("goOnWithUpload", "Takes the next bytes of an upload; the answer to the last of them says in Content-Location where the file is.").InProtocol()
            .TakesHeader(UploadHeaders.Offset, "Where in the file these bytes belong.").TakesHeader(UploadHeaders.Checksum, "sha1 or sha256 of these bytes, and its value in Base64.", isNeeded: false)
            .TakesBody(UploadHeaders.ContentType, "The bytes; as many as one likes at once.").GivesNothing().RefusesUpload().RefusesPiece().RefusesContent();
        uploads.MapDelete(Uploads, EndAsync).Does("endUpload", "Gives an upload up.").InProtocol().GivesNothing().RefusesUpload();
        uploads.MapPost(Uploads, InsteadAsync).WithMetadata(oneFile)
            .Does("workAtUpload", "Does what X-HTTP-Method-Override says, where nothing but GET and POST gets through.").InProtocol()
            .TakesHeader(UploadHeaders.Method, "PATCH, HEAD or DELETE; all else is as with these.")
            .GivesNothing(StatusCodes.Status200OK).GivesNothing().RefusesUpload().RefusesPiece().RefusesContent();
    }

    static RouteHandlerBuilder InProtocol(this RouteHandlerBuilder endpoint) => endpoint.TakesHeader(UploadHeaders.Resumable, $"{Protocol}; another version is refused with 412.");

    static RouteHandlerBuilder RefusesUpload(this RouteHandlerBuilder endpoint) => endpoint.Refuses(ErrorCode.UploadUnknown, ErrorCode.UploadBusy);

    static RouteHandlerBuilder RefusesPiece(this RouteHandlerBuilder endpoint) => endpoint.Refuses(ErrorCode.UploadOffsetWrong, ErrorCode.ChecksumWrong, ErrorCode.FileTooLarge, ErrorCode.DiskFull);

    /// <summary>What is found when all is here.</summary>
    static RouteHandlerBuilder RefusesContent(this RouteHandlerBuilder endpoint) => endpoint.Refuses(
        ErrorCode.FileKindNotAllowed, ErrorCode.FileUnpacksTooLarge, ErrorCode.FileUnreadable, ErrorCode.FileNotAllowed, ErrorCode.DiskFull);

    static async ValueTask<object?> SpeakAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        http.Response.Headers[UploadHeaders.Resumable] = Protocol;
        if (HttpMethods.IsOptions(http.Request.Method) || http.Request.Headers[UploadHeaders.Resumable] == Protocol) return await next(call);
        http.Response.Headers[UploadHeaders.Version] = Protocol;
        return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
    }

    static IResult Tell(HttpContext http, FilesOptions options)
    {
        var headers = http.Response.Headers;
        headers[UploadHeaders.Version] = Protocol;
        headers[UploadHeaders.Extension] = "creation,termination,expiration,checksum";
        headers[UploadHeaders.MaxSize] = options.MaxBytes.ToString(CultureInfo.InvariantCulture);
        headers[UploadHeaders.ChecksumAlgorithm] = UploadChecksum.Algorithms;
        return Results.NoContent();
    }

    static async Task<IResult> CreateAsync(HttpContext http, UploadDesk desk)
    {
        if (UploadHeaders.ReadRequest(http.Request.Headers) is not { } request) return Problems.Of(http, ErrorCode.Malformed);
        var answer = await desk.CreateAsync(Caller.Of(http.User)!, request);
        if (answer.Error != ErrorCode.None) return Problems.Of(http, answer.Error);
        UploadHeaders.Write(http.Response.Headers, answer);
        return Results.Created($"{FileEndpoints.Path}/uploads/{answer.Upload!.Id}", value: null);
    }

    static async Task<IResult> LookAsync(HttpContext http, string id, UploadDesk desk)
    {
        var answer = await desk.LookAsync(Caller.Of(http.User)!, id);
        if (answer.Error != ErrorCode.None) return Problems.Of(http, answer.Error);
        http.Response.Headers[UploadHeaders.Length] = answer.Upload!.Length.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[UploadHeaders.Metadata] = answer.Upload.Metadata;
        UploadHeaders.Write(http.Response.Headers, answer);
        return Results.Ok();
    }

    static async Task<IResult> AppendAsync(HttpContext http, string id, UploadDesk desk)
    {
        if (http.Request.ContentType != UploadHeaders.ContentType) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (UploadHeaders.ReadPiece(http.Request) is not { } piece) return Problems.Of(http, ErrorCode.Malformed);
        var answer = await desk.AppendAsync(Caller.Of(http.User)!, id, piece, http.RequestAborted);
        UploadHeaders.Write(http.Response.Headers, answer);
        return answer.Error == ErrorCode.None ? Results.NoContent() : Problems.Of(http, answer.Error);
    }

    static async Task<IResult> EndAsync(HttpContext http, string id, UploadDesk desk) =>
        await desk.EndAsync(Caller.Of(http.User)!, id) is not ErrorCode.None and var error ? Problems.Of(http, error) : Results.NoContent();

    /// <summary>Some proxies let nothing through but GET and POST; the protocol has a header for that.</summary>
    static Task<IResult> InsteadAsync(HttpContext http, string id, UploadDesk desk) => http.Request.Headers[UploadHeaders.Method].ToString().ToUpperInvariant() switch
    {
        "PATCH" => AppendAsync(http, id, desk),
        "DELETE" => EndAsync(http, id, desk),
        "HEAD" => LookAsync(http, id, desk),
        _ => Task.FromResult(Results.StatusCode(StatusCodes.Status405MethodNotAllowed)),
    };
}
