namespace Klapphaus.World.Stands;

/// <summary>How many took a material along, of those who were at the stand that day.</summary>
/// <param name="Taken">Who did.</param>
/// <param name="NotTaken">Who was at the stand and did not.</param>
public readonly record struct MaterialFigure(Figure Taken, Figure NotTaken)
{
    /// <summary>Neither the number itself says anything of one person, nor what lacks to the number of visits; nor that all of them took it.</summary>
    public bool MayBeShown => Taken.SaysNothingOfOne && NotTaken.SaysNothingOfOne;

    internal MaterialFigure PlusDay(DaySheet sheet, string material) => new(Taken.Plus(sheet.TakenBy(material)), NotTaken.Plus(sheet.NotTakenBy(material)));
}
