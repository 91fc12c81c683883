using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What is wrong with a field of a stand, as it travels.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.FaultState")]
public sealed record FaultState([property: Id(0)] string Field, [property: Id(1)] int Code, [property: Id(2)] string German, [property: Id(3)] string English)
{
    public static FaultState Of(StandFault fault) => new(fault.Field, (int)fault.Kind, fault.German, fault.English);
}
