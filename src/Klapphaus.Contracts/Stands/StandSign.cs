using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>What is seen of a stand from afar.</summary>
[MessagePackObject]
public sealed record StandSign
{
    [Key("id")] public required string Id { get; init; }
    /// <summary>Id of the area of the room's plan in which it is.</summary>
    [Key("area")] public required string Area { get; init; }
    [Key("name")] public required string Name { get; init; }
    /// <summary>What it is about, in one sentence.</summary>
    [Key("line")] public string Line { get; init; } = "";
    /// <summary>#rrggbb of the exhibitor, or empty.</summary>
    [Key("accent")] public string Accent { get; init; } = "";
    /// <summary>Id of the file with the logo, or empty.</summary>
    [Key("logo")] public string Logo { get; init; } = "";
    /// <summary>One of those who may staff it can be called, wherever in the house.</summary>
    [Key("staffed")] public bool Staffed { get; init; }
    /// <summary>Only its team sees it: it is not published, or offline.</summary>
    [Key("draft")] public bool Draft { get; init; }
}
