using Klapphaus.Contracts;
using Klapphaus.Server.Members;
using Klapphaus.Server.Start;

namespace Klapphaus.Server.Stands;

/// <summary>Answers with a bag as one file, when it is their turn.</summary>
/// <param name="zip">Writes it.</param>
/// <param name="turns">Whose turn it is.</param>
/// <param name="options">Of the house.</param>
/// <param name="who">Id of the member, or of the link, for whom it is.</param>
/// <param name="items">What is in it.</param>
sealed class BagZipResult(BagZip zip, BagZipTurns turns, HouseOptions options, string who, BagItemView[] items) : IResult
{
    public const string MediaType = "application/zip";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!turns.TryTake(who))
        {
            await Problems.Of(httpContext, ErrorCode.TooManyCalls).ExecuteAsync(httpContext);
            return;
        }
        try
        {
            var german = Problems.InGerman(httpContext);
            var page = new BagPage(options.Zone, german);
            var file = Results.Stream(stream => zip.WriteAsync(stream, items, page, httpContext.RequestAborted), MediaType, german ? "klapphaus-tasche.zip" : "klapphaus-bag.zip");
            await file.ExecuteAsync(httpContext);
        }
        finally
        {
            turns.GiveBack(who);
        }
    }
}
