namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/stands/{stand}/reports</c>: reports a stand, or one of its materials, to the moderators.</summary>
public sealed record StandReportRequest
{
    /// <summary>1 to 500 characters.</summary>
    public string? Reason { get; init; }
    /// <summary>Id of the material; null or empty for the whole stand.</summary>
    public string? Material { get; init; }
}
