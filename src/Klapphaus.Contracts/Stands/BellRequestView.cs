using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>What somebody has asked for at a bell, for a host.</summary>
[MessagePackObject]
public sealed record BellRequestView
{
    /// <summary>Number of the request at this stand.</summary>
    [Key("request")] public required long Request { get; init; }
    /// <summary>The name under which the visitor is shown.</summary>
    [Key("visitor")] public required string Visitor { get; init; }
    [Key("affiliation")] public string Affiliation { get; init; } = "";
    /// <summary>ring or talk.</summary>
    [Key("wish")] public required string Wish { get; init; }
    /// <summary>Since when they wait, in milliseconds since 1970.</summary>
    [Key("since")] public required long Since { get; init; }
    /// <summary>One is being called for it oneself.</summary>
    [Key("calls")] public bool Calls { get; init; }
}
