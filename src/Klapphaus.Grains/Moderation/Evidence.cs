namespace Klapphaus.Grains.Moderation;

/// <summary>What a report is about, as the room knows it.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Evidence")]
public sealed record Evidence
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>Who is reported.</summary>
    [Id(1)] public string Member { get; init; } = "";
    [Id(2)] public string Name { get; init; } = "";
    [Id(3)] public ReportedText[] Texts { get; init; } = [];
    /// <summary>How the one who reports is called in the room.</summary>
    [Id(4)] public string ByName { get; init; } = "";

    /// <summary>As it is written when a call fails: without who and what.</summary>
    public override string ToString() => "evidence";
}
