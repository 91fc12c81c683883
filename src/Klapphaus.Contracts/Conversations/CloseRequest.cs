using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Closes the conversation, so that others knock, or opens it again.</summary>
[MessagePackObject]
public sealed record CloseRequest
{
    [Key("closed")] public required bool Closed { get; init; }
}
