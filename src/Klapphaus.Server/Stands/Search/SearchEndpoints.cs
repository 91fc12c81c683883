using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.House;
using Klapphaus.Server.Limits;
using Klapphaus.Server.Members;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Plans;

namespace Klapphaus.Server.Stands.Search;

/// <summary><c>GET /api/stands/search</c>: finding stands and what lies at them.</summary>
static class SearchEndpoints
{
    const int LongestFilter = 200;
    const int LongestLanguage = 20;
    const int LongestNear = GrainKey.Longest + 12;

    /// <summary>Whoever has seen so many has seen enough.</summary>
    const int MostSkipped = 10_000;

    public static void MapStandSearch(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/stands/search", FindAsync).AddEndpointFilter(StandEndpoints.AnswerAsync).RequireRateLimiting(SearchLimit.Policy)
            .For("Stands", Callers.SignedIn).Gives<StandSearchView>()
            .Does("findStands", "Finds open stands and what lies at them, in spite of word forms and typing errors; only what everybody may see.")
            .Takes("q", "Words; empty for everything that passes the filters.", 0, StandQuery.LongestText)
            .Takes("topic", "Only about this topic.", 0, LongestFilter)
            .Takes("challenge", "Only who names a solution for this challenge; the answer says which.", 0, LongestFilter)
            .Takes("room", "Only in this room, by its id.", 0, GrainKey.Longest)
            .Takes("language", "Only in this language: de, en.", 0, LongestLanguage)
            .Takes("kind", "Only stands, or only what lies at them: stand, material.", 0, LongestLanguage)
            .Takes("staffed", "Only where somebody can be called just now.")
            .Takes("near", "Where one is, as in halle,320,64: room, x and y in 1/32 metre. The answer then says how far it is on foot, and by which doors.", 0, LongestNear)
            .Takes("nearest", "The nearest come first.")
            .Takes("skip", "So many of the first hits are left out.", 0, MostSkipped)
            .Takes("take", "So many hits are told.", 1, StandQuery.MostHits)
            .Refuses(ErrorCode.RoomUnknown);

    static async Task<IResult> FindAsync(
        HttpContext http, StandFinder finder, string q = "", string topic = "", string challenge = "", string room = "", string language = "", string kind = "",
        bool staffed = false, string near = "", bool nearest = false, int skip = 0, int take = 20)
    {
        (string Text, int Most)[] texts = [(q, StandQuery.LongestText), (topic, LongestFilter), (challenge, LongestFilter), (room, GrainKey.Longest), (language, LongestLanguage)];
        if (Array.Exists(texts, t => t.Text.Length > t.Most) || skip is < 0 or > MostSkipped || take is < 1 or > StandQuery.MostHits) return Problems.Of(http, ErrorCode.Malformed);
        if (!TryReadKind(kind, out var only) || !TryReadPlace(near, out var here)) return Problems.Of(http, ErrorCode.Malformed);
        var query = new StandQuery
        {
            Text = q,
            Topic = Given(topic),
            Challenge = Given(challenge),
            Room = Given(room),
            Language = Given(language),
            Kind = only,
            Staffed = staffed,
            Skip = skip,
            Take = take,
        };
        return await finder.FindAsync(Caller.Of(http.User)!, query, here, nearest) is { } found ? Results.Ok(found) : Problems.Of(http, ErrorCode.RoomUnknown);
    }

    static string? Given(string filter) => string.IsNullOrWhiteSpace(filter) ? null : filter;

    static bool TryReadKind(string written, out EntryKind? kind)
    {
        kind = written switch { "stand" => EntryKind.Stand, "material" => EntryKind.Material, _ => null };
        return kind is not null || written.Length == 0;
    }

    /// <summary>False for what is no place; nothing is one, too.</summary>
    static bool TryReadPlace(string written, out (string Room, Position Place)? place)
    {
        place = null;
        if (written.Length == 0) return true;
        if (written.Split(',') is not [var name, var left, var top] || GrainKey.Of(name) is not { } room) return false;
        if (!int.TryParse(left, out var x) || !int.TryParse(top, out var y) || (uint)x > AvatarState.MaxPosition || (uint)y > AvatarState.MaxPosition) return false;
        place = (room, new(x, y));
        return true;
    }
}
