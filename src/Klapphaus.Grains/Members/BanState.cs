using Klapphaus.World.Moderation;

namespace Klapphaus.Grains.Members;

/// <summary>A ban as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.BanState")]
public sealed record BanState
{
    /// <summary>In the moderator's words; the person concerned reads it.</summary>
    [Id(0)] public required string Reason { get; init; }
    [Id(1)] public required DateTimeOffset Since { get; init; }
    /// <summary>The end that was pronounced; null for good.</summary>
    [Id(2)] public DateTimeOffset? Until { get; init; }
    /// <summary>Id of the member who said so.</summary>
    [Id(3)] public required string By { get; init; }
    /// <summary>What the person concerned was called then.</summary>
    [Id(4)] public string Name { get; init; } = "";
    /// <summary>It ends then unless a second moderator confirms it before; null where none has to.</summary>
    [Id(5)] public DateTimeOffset? Provisional { get; init; }

    /// <summary>The same without what names the person: it still holds.</summary>
    public BanState Without() => this with { Name = "", Reason = "-" };

    /// <summary>The same as a second moderator has confirmed it: it holds as it was pronounced.</summary>
    public BanState Confirmed() => this with { Provisional = null };

    public Ban ToBan() => new(Reason, Since, Until, By) { Provisional = Provisional };

    /// <summary>When it ends as things stand; null for never.</summary>
    public DateTimeOffset? End() => ToBan().End;

    public bool IsInForce(DateTimeOffset now) => ToBan().IsInForce(now);
}
