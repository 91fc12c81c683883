namespace Klapphaus.Contracts;

/// <summary>Answer to <c>GET /api/stands/{stand}/draft</c>: what its team works on.</summary>
public sealed record StandDraftView
{
    /// <summary>By their names, as in <c>name</c>, <c>materials/a7</c> or <c>materials/a7/place</c>.</summary>
    public required IReadOnlyDictionary<string, StandFieldView> Fields { get; init; }
    /// <summary>The latest changes, the oldest first.</summary>
    public required StandChangeView[] History { get; init; }
    public required TeammateView[] Team { get; init; }
    /// <summary>By part.</summary>
    public required IReadOnlyDictionary<string, StandLimitView> Limits { get; init; }
    /// <summary>What has to be filled in before it can be published.</summary>
    public required StandFaultView[] Missing { get; init; }
}
