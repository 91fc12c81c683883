namespace Klapphaus.World.Plans;

/// <summary>A plan without faults, or the faults and no plan.</summary>
public sealed record PlanReading(FloorPlan? Plan, IReadOnlyList<PlanFault> Faults);
