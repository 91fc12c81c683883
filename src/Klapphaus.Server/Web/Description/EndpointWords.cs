namespace Klapphaus.Server.Web.Description;

/// <summary>One thing that an endpoint, or the group it is in, says of itself for the description, and that its code does not show. The later word counts.</summary>
sealed record EndpointWords
{
    public Callers? Callers { get; init; }

    public ParameterWords? Parameter { get; init; }

    public HeaderWords? Header { get; init; }

    public BodyWords? Body { get; init; }

    /// <summary>A status by which it answers, other than in a refusal.</summary>
    public int? Answer { get; init; }

    /// <summary>What it answers with by that status, as JSON; null for something else, or nothing.</summary>
    public Type? Content { get; init; }

    /// <summary>Of what kind the text is that it answers with by that status; null for JSON, or nothing.</summary>
    public string? File { get; init; }

    public IReadOnlyList<ErrorCode> Refusals { get; init; } = [];
}
