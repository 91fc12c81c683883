using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Reports somebody to the moderators.</summary>
[MessagePackObject]
public sealed record ReportRequest
{
    [Key("handle")] public required int Handle { get; init; }
    /// <summary>1 to 500 characters: what happened.</summary>
    [Key("reason")] public required string Reason { get; init; }
    /// <summary>Numbers of the texts that are taken along; only those that one could read.</summary>
    [Key("texts")] public long[] Texts { get; init; } = [];
}
