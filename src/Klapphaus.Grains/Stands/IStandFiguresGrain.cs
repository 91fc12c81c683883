namespace Klapphaus.Grains.Stands;

/// <summary>
/// How many come to a stand (<see cref="IStandBellGrain.Attend"/> tells it) and take something along; the key is the stand's id, and the grain the same that keeps the stand. What is counted is stored every minute: it is the one thing
/// at a stand that a sudden end may cost.
/// </summary>
[Alias("Klapphaus.IStandFiguresGrain")]
public interface IStandFiguresGrain : IGrainWithStringKey
{
    /// <summary>Somebody has taken a material along. Its team does not count.</summary>
    [Alias("Take")]
    Task Take(string member, string material);

    /// <summary>What the team may know of it.</summary>
    [Alias("Figures")]
    Task<FiguresAnswer> Figures(StandCaller who);
}
