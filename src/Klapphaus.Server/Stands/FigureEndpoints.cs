using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Members;
using Klapphaus.Server.Web;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>How many came to a stand: <c>/api/stands/{stand}/figures</c>, for its team.</summary>
static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder stand)
    {
        stand.MapGet("/figures", ShowAsync).For(StandEndpoints.Feature, Callers.StandTeam)
            .Does("getStandFigures", "Tells how many came and what they took along; no number is about fewer than five people.").Gives<StandFiguresView>().Refuses(ErrorCode.StandRightMissing);
        stand.MapGet("/figures.csv", SaveAsync).For(StandEndpoints.Feature, Callers.StandTeam).Does("getStandFiguresAsTable", "Gives the same as a table.")
            .GivesFile(Spreadsheet.MediaType).Refuses(ErrorCode.StandRightMissing);
    }

    static async Task<IResult> ShowAsync(HttpContext http, string stand, IGrainFactory grains) => await AskAsync(http, stand, grains, figures => Results.Ok(View(figures)));

    static async Task<IResult> SaveAsync(HttpContext http, string stand, IGrainFactory grains) => await AskAsync(http, stand, grains, figures =>
    {
        var german = Problems.InGerman(http);
        var name = new SafeNames().Of(figures.Name, german ? "-zahlen.csv" : "-figures.csv");
        return Results.Bytes(FiguresTable.Of(View(figures), german), Spreadsheet.ContentType, name);
    });

    static async Task<IResult> AskAsync(HttpContext http, string stand, IGrainFactory grains, Func<FiguresAnswer, IResult> answer)
    {
        var figures = await grains.GetGrain<IStandFiguresGrain>(stand).Figures(Caller.Of(http.User)!.ToStandCaller());
        return figures.Error == ErrorCode.None ? answer(figures) : Problems.Of(http, figures.Error);
    }

    static StandFiguresView View(FiguresAnswer figures) => new()
    {
        Fewest = StandStatistics.FewestPeople,
        Periods = Array.ConvertAll(figures.Periods, p => new StandPeriodView
        {
            First = p.First,
            Last = p.Last,
            Visits = p.Visits,
            Stays = p.Stays,
            Materials = [.. p.Materials.Select(m => Material(m.Key, m.Value, figures)).OrderByDescending(m => m.Taken).ThenBy(m => m.Title, StringComparer.Ordinal)],
        }),
    };

    static TakenMaterialView Material(string id, int taken, FiguresAnswer figures) => new() { Material = id, Title = figures.Titles.GetValueOrDefault(id, ""), Taken = taken };
}
