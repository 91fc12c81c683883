namespace Klapphaus.Grains.Members;

/// <summary>Whether a session is open; if the member is banned, why and until when.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.Opening")]
public sealed record Opening
{
    [Id(0)] public ErrorCode Error { get; init; }
    [Id(1)] public BanState? Ban { get; init; }
}
