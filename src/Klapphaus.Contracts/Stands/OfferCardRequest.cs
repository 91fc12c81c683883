using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Says yes to an exchange, and to what exactly: as <c>POST /api/me/card/preview</c> has shown it.</summary>
[MessagePackObject]
public sealed record OfferCardRequest
{
    /// <summary>The other's id.</summary>
    [Key("member")] public required string Member { get; init; }
    /// <summary>Random, of this act: 32 hexadecimal digits. The same when it is sent again.</summary>
    [Key("id")] public required string Id { get; init; }
    /// <summary>name, affiliation, email, telephone, note: those that are given.</summary>
    [Key("fields")] public required string[] Fields { get; init; }
    /// <summary>Version of the words that one agrees to.</summary>
    [Key("wording")] public required string Wording { get; init; }
    /// <summary>Of what was shown.</summary>
    [Key("seal")] public required string Seal { get; init; }
}
