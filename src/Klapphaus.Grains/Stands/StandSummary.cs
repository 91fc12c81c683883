using System.Text.Json.Serialization;

namespace Klapphaus.Grains.Stands;

/// <summary>What floors, lists and searches need to know of a stand.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.StandSummary")]
public sealed record StandSummary
{
    [Id(0)] public required string Id { get; init; }
    [Id(1)] public required string Room { get; init; }
    [Id(2)] public required string Area { get; init; }
    [Id(3)] public string Name { get; init; } = "";
    [Id(4)] public string Line { get; init; } = "";
    [Id(5)] public string Accent { get; init; } = "";
    /// <summary>Id of the file.</summary>
    [Id(6)] public string Logo { get; init; } = "";
    [Id(7)] public string[] Topics { get; init; } = [];
    [Id(8)] public bool Published { get; init; }
    [Id(9)] public bool Down { get; init; }
    /// <summary>Id of the member whose stand it is; empty for nobody.</summary>
    [Id(10)] public string Owner { get; init; } = "";
    /// <summary>Ids of those who look after it, the owner among them.</summary>
    [Id(11)] public string[] Team { get; init; } = [];
    /// <summary>Ids of those among them who are called when somebody comes.</summary>
    [Id(12)] public string[] Staff { get; init; } = [];
    /// <summary>Ids of its materials that are offline.</summary>
    [Id(13)] public string[] DownMaterials { get; init; } = [];
    /// <summary>Number of the latest change to what it shows: who has read that has to read it again when it is another one.</summary>
    [Id(14)] public long Revision { get; init; }
    /// <summary>One of them can be called just now. Of the moment, and so never stored.</summary>
    [Id(15), JsonIgnore] public bool Staffed { get; init; }

    /// <summary>Everybody sees it.</summary>
    public bool IsOpen() => Published && !Down;

    public bool IsSameAs(StandSummary? other) => other is not null && Revision == other.Revision && LooksLike(other);

    /// <summary>It may show something else, but nothing that is known from afar.</summary>
    public bool LooksLike(StandSummary other) =>
        this == other with { Topics = Topics, Team = Team, Staff = Staff, DownMaterials = DownMaterials, Revision = Revision }
        && Topics.SequenceEqual(other.Topics) && Team.SequenceEqual(other.Team) && Staff.SequenceEqual(other.Staff) && DownMaterials.SequenceEqual(other.DownMaterials);

    /// <summary>As it is written when a call fails: without what it says.</summary>
    public override string ToString() => Id;
}
