namespace Klapphaus.Grains.Stands;

/// <summary>How an exchange of cards stands after somebody has said yes.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.ExchangeAnswer")]
public sealed record ExchangeAnswer
{
    [Id(0)] public ErrorCode Error { get; init; }
    /// <summary>What the one who asks is called.</summary>
    [Id(1)] public string Own { get; init; } = "";
    /// <summary>What the other is called.</summary>
    [Id(2)] public string Name { get; init; } = "";
    /// <summary>The card of the one who asks; null as long as the other has not said yes.</summary>
    [Id(3)] public CardState? Given { get; init; }
    /// <summary>The other's card; null as long as they have not said yes.</summary>
    [Id(4)] public CardState? Received { get; init; }
    /// <summary>So long the other may think it over.</summary>
    [Id(5)] public DateTimeOffset Until { get; init; }

    /// <summary>The same act was sent before: nobody has to be told anything.</summary>
    [Id(6)] public bool Repeated { get; init; }

    /// <summary>As it is written when a call fails: without whose cards they are.</summary>
    public override string ToString() => "exchange";
}
