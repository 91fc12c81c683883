using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Somebody at a stand, as far as they show themselves.</summary>
[MessagePackObject]
public sealed record StandVisitorView
{
    /// <summary>Id of the member.</summary>
    [Key("member")] public required string Member { get; init; }
    /// <summary>The name under which they are shown.</summary>
    [Key("name")] public required string Name { get; init; }
    [Key("affiliation")] public string Affiliation { get; init; } = "";
    /// <summary>Since when they are there, in milliseconds since 1970.</summary>
    [Key("since")] public required long Since { get; init; }
}
