using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>How many took a material along, as it is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.MaterialFigureState")]
public sealed record MaterialFigureState([property: Id(0)] FigureState Taken, [property: Id(1)] FigureState NotTaken)
{
    public static MaterialFigureState Of(MaterialFigure figure) => new(FigureState.Of(figure.Taken), FigureState.Of(figure.NotTaken));

    public MaterialFigure ToFigure() => new(Taken.ToFigure(), NotTaken.ToFigure());
}
