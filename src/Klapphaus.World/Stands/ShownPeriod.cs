namespace Klapphaus.World.Stands;

/// <summary>What a stand's team sees of the days from one to another.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
/// <param name="Visits">How many visits there were; a person's day is one.</param>
/// <param name="Stays">The visits by how long they were, in the order of <see cref="StayClass"/>; null where it would say too much.</param>
/// <param name="Materials">How many took which material; those are left out of which it would say too much.</param>
public sealed record ShownPeriod(DateOnly First, DateOnly Last, int Visits, IReadOnlyList<int?> Stays, IReadOnlyDictionary<string, int> Materials);
