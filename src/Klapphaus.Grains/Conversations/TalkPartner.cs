namespace Klapphaus.Grains.Conversations;

/// <summary>Whether somebody is in one conversation with another, and what both are called in the room.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.TalkPartner")]
public sealed record TalkPartner
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>What the one who asks is called.</summary>
    [Id(1)] public string Own { get; init; } = "";
    /// <summary>What the other is called.</summary>
    [Id(2)] public string Name { get; init; } = "";

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => "partner";
}
