using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>The words of the network: <c>/api/vocabulary</c>.</summary>
static class VocabularyEndpoints
{
    const string Feature = "Stands";

    public static void MapVocabulary(this IEndpointRouteBuilder app)
    {
        var words = app.MapGroup("/api/vocabulary").AddEndpointFilter(StandEndpoints.AnswerAsync).For(Feature, Callers.SignedIn);
        words.MapGet("", ShowAsync).Gives<VocabularyView>()
            .Does("getVocabulary", "Tells the topics of open stands, and the challenges and solutions that the network has names for.");
        words.MapPost("", AddAsync).For(Feature, Callers.Organisers).Does("addWord", "Adds a challenge or a solution to the vocabulary.").Gives<VocabularyWordView>()
            .Refuses(ErrorCode.WordUnusable, ErrorCode.WordSimilar, ErrorCode.VocabularyFull);
        words.MapDelete("/{word}", RemoveAsync).For(Feature, Callers.Organisers)
            .Does("removeWord", "Takes a word out of the vocabulary. Stands keep what they have written.").Takes("word", "Id of the word.", 1, GrainKey.Longest).GivesNothing().Refuses(ErrorCode.WordUnknown);
    }

    static async Task<IResult> ShowAsync(StandShelf shelf)
    {
        var vocabulary = await shelf.ReadWordsAsync();
        var topics = (await shelf.ReadAsync()).Where(s => s.IsOpen()).SelectMany(s => s.Topics).CountBy(t => t);
        return Results.Ok(new VocabularyView
        {
            Topics = [.. topics.OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => new FacetCountView { Value = t.Key, Count = t.Value })],
            Challenges = Views(vocabulary, WordKind.Challenge),
            Solutions = Views(vocabulary, WordKind.Solution),
        });
    }

    static async Task<IResult> AddAsync(HttpContext http, VocabularyRequest request, IGrainFactory grains, StandShelf shelf)
    {
        var answers = request.Answers ?? [];
        if (ReadKind(request.Kind) is not { } kind || answers.Length > Vocabulary.MostAnswers || answers.Contains(null!)) return Problems.Of(http, ErrorCode.Malformed);
        var draft = new WordDraft { Kind = kind, German = request.German ?? "", English = request.English ?? "", Answers = answers, Nonetheless = request.Nonetheless };
        var addition = await Words(grains).Add(Who(http), draft);
        if (addition.Word is not { } word) return Problems.Of(http, addition.Error, new KeyValuePair<string, object?>("similar", Array.ConvertAll(addition.Similar, w => View(w.ToWord()))));
        await shelf.ChangedAsync();
        return Results.Ok(View(word.ToWord()));
    }

    static async Task<IResult> RemoveAsync(HttpContext http, string word, IGrainFactory grains, StandShelf shelf)
    {
        if (await Words(grains).Remove(Who(http), word) is not ErrorCode.None and var error) return Problems.Of(http, error);
        await shelf.ChangedAsync();
        return Results.NoContent();
    }

    static VocabularyWordView[] Views(Vocabulary vocabulary, WordKind kind) => [.. vocabulary.All(kind, stand: "").Where(w => w.IsAccepted).Select(View)];

    static VocabularyWordView View(Word word) => new() { Id = word.Id, German = word.German, English = word.English, Answers = [.. word.Answers] };

    static WordKind? ReadKind(string? written) => written switch { "challenge" => WordKind.Challenge, "solution" => WordKind.Solution, _ => null };

    static StandCaller Who(HttpContext http) => Caller.Of(http.User)!.ToStandCaller();

    static IVocabularyGrain Words(IGrainFactory grains) => grains.GetGrain<IVocabularyGrain>(IVocabularyGrain.TheVocabulary);
}
