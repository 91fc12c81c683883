namespace Klapphaus.World.Stands;

/// <summary>
/// Whether a stand and what lies at it can be seen. The team publishes and hides it; moderators take it offline and put it back, whatever the team says.
/// </summary>
public sealed record StandShowing
{
    /// <summary>The team shows it.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Why it is offline; null when it is not.</summary>
    public Takedown? TakenDown { get; init; }

    /// <summary>Materials that are offline, by their ids.</summary>
    public IReadOnlyDictionary<string, Takedown> Materials { get; init; } = new Dictionary<string, Takedown>();

    /// <summary>Everybody sees it.</summary>
    public bool IsOpen => IsPublished && TakenDown is null;

    /// <summary>Everybody who sees the stand sees this material.</summary>
    public bool Shows(string material) => !Materials.ContainsKey(material);

    /// <summary>Takes the stand offline. What is offline already stays so for the first reason.</summary>
    public StandShowing TakeDown(Takedown takedown) => TakenDown is null ? this with { TakenDown = takedown } : this;

    public StandShowing PutBack() => this with { TakenDown = null };

    /// <summary>Takes one material offline. What is offline already stays so for the first reason.</summary>
    public StandShowing TakeDown(string material, Takedown takedown) =>
        Shows(material) ? this with { Materials = new Dictionary<string, Takedown>(Materials) { [material] = takedown } } : this;

    public StandShowing PutBack(string material) =>
        Shows(material) ? this : this with { Materials = Materials.Where(m => m.Key != material).ToDictionary() };
}
