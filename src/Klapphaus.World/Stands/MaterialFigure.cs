namespace Klapphaus.World.Stands;

/// <summary>How many took a material along.</summary>
/// <param name="Taken">Who did.</param>
/// <param name="NotTaken">Who was at the stand and did not.</param>
public readonly record struct MaterialFigure(Figure Taken, Figure NotTaken)
{
    /// <summary>Neither the number itself says anything of one person, nor what lacks to the number of visits.</summary>
    public bool MayBeShown => Taken is { Total: > 0, SaysNothingOfOne: true } && NotTaken.SaysNothingOfOne;

    internal MaterialFigure PlusDay(DaySheet sheet, string material) => new(Taken.Plus(sheet.TakenBy(material)), NotTaken.Plus(sheet.NotTakenBy(material)));
}
