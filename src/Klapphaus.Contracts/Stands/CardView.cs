using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>What stands on a card; what is empty was not filled in, or not handed over.</summary>
[MessagePackObject]
public sealed record CardView
{
    /// <summary>At most 80 characters.</summary>
    [Key("name")] public string Name { get; init; } = "";
    /// <summary>Town or organisation, at most 120 characters.</summary>
    [Key("affiliation")] public string Affiliation { get; init; } = "";
    [Key("email")] public string Email { get; init; } = "";
    [Key("telephone")] public string Telephone { get; init; } = "";
    /// <summary>At most 500 characters, on several lines.</summary>
    [Key("note")] public string Note { get; init; } = "";
}
