using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>Answers somebody who has knocked.</summary>
[MessagePackObject]
public sealed record AnswerKnockRequest
{
    [Key("handle")] public required int Handle { get; init; }
    [Key("letIn")] public required bool LetIn { get; init; }
}
