namespace Klapphaus.Grains.Conversations;

/// <summary>What one browser says to another so that they find each other for sound and picture.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.SignalState")]
public sealed record SignalState([property: Id(0)] int From, [property: Id(1)] int To, [property: Id(2)] string Signal)
{
    public override string ToString() => $"signal of {From}";
}
