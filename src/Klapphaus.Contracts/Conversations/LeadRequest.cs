using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Asks the others in the conversation to come along, or no longer does.</summary>
[MessagePackObject]
public sealed record LeadRequest
{
    [Key("leads")] public required bool Leads { get; init; }
}
