namespace Klapphaus.World.Plans;

/// <summary>A house without faults in any of its files, or all their faults and no house.</summary>
public sealed record HouseReading(HousePlans? House, IReadOnlyList<PlanFault> Faults);
