namespace Klapphaus.Server.Stands.Search;

/// <summary>What somebody looks for.</summary>
sealed record StandQuery
{
    /// <summary>What is longer is cut off.</summary>
    public const int LongestText = 200;

    public const int MostHits = 50;

    /// <summary>Words, as they are typed; no sign has a meaning. Empty for everything that passes the filters.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only in this room.</summary>
    public string? Room { get; init; }

    /// <summary>Only about this topic, however it is spelled.</summary>
    public string? Topic { get; init; }

    /// <summary>Only who names a solution for this challenge, as the vocabulary names it or in words of one's own.</summary>
    public string? Challenge { get; init; }

    /// <summary>Only in this language: <c>de</c>, <c>en</c>.</summary>
    public string? Language { get; init; }

    public EntryKind? Kind { get; init; }

    /// <summary>Only at stands where somebody is now.</summary>
    public bool Staffed { get; init; }

    /// <summary>So many of the first hits are left out.</summary>
    public int Skip { get; init; }

    /// <summary>So many hits are told, and never more than <see cref="MostHits"/>.</summary>
    public int Take { get; init; } = 20;
}
