using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>A number of people, summed over days, as it travels and is stored.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.FigureState")]
public sealed record FigureState([property: Id(0)] int Total, [property: Id(1)] int MostOnOneDay)
{
    public static FigureState Of(Figure figure) => new(figure.Total, figure.MostOnOneDay);

    public Figure ToFigure() => new(Total, MostOnOneDay);
}
