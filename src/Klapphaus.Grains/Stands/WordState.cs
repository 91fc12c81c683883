using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A word of the network's vocabulary, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.WordState")]
public sealed record WordState
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required WordKind Kind { get; init; }
    [Id(2)] public required string German { get; init; }
    /// <summary>Empty when nobody has said it yet.</summary>
    [Id(3)] public string English { get; init; } = "";
    /// <summary>Of a solution: ids of the challenges that it is for.</summary>
    [Id(4)] public string[] Answers { get; init; } = [];
    /// <summary>Ids of the stands that have proposed it.</summary>
    [Id(5)] public string[] ProposedBy { get; init; } = [];
    [Id(6)] public bool Accepted { get; init; }
    /// <summary>Id of the word that is used in its place; empty when there is none.</summary>
    [Id(7)] public string MergedInto { get; init; } = "";

    public static WordState Of(Word word) => new()
    {
        Id = word.Id,
        Kind = word.Kind,
        German = word.German,
        English = word.English,
        Answers = [.. word.Answers],
        ProposedBy = [.. word.ProposedBy],
        Accepted = word.IsAccepted,
        MergedInto = word.MergedInto,
    };

    public Word ToWord() => new()
    {
        Id = Id,
        Kind = Kind,
        German = German,
        English = English,
        Answers = Answers,
        ProposedBy = ProposedBy,
        IsAccepted = Accepted,
        MergedInto = MergedInto,
    };
}
