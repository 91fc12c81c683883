namespace Klapphaus.Contracts;

/// <summary>What an address answers when it does not do what it was asked for: problem details (RFC 9457), with the house's number in them.</summary>
public sealed record RefusalView
{
    /// <summary>Where the status of the answer is described.</summary>
    public string? Type { get; init; }
    /// <summary>The name of the number.</summary>
    public required string Title { get; init; }
    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }
    /// <summary>A sentence for people, in German or in English, as the caller reads.</summary>
    public required string Detail { get; init; }
    /// <summary>The number by which programs tell refusals apart.</summary>
    public required int Code { get; init; }
    /// <summary>Why one is banned; there only when that is the refusal.</summary>
    public string? Reason { get; init; }
    /// <summary>Until when one is banned, null for good; there only when that is the refusal.</summary>
    public DateTimeOffset? Until { get; init; }
    /// <summary>A second moderator may yet prolong the ban; there only when that is the refusal.</summary>
    public bool? Provisional { get; init; }
    /// <summary>What is wrong with the words that were sent; there only when that is the refusal.</summary>
    public StandFaultView[]? Faults { get; init; }
}
