using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>How far one sees, in cells, and from which; the rule stands at <see cref="AvatarsMoved"/>.</summary>
readonly record struct Sight(int Cells, int Column = 0, int Row = 0)
{
    const int CellUnits = AvatarsMoved.CellTiles * Protocol.UnitsPerTile;

    public bool IsWholeRoom => Cells == 0;

    public bool Reaches(Position place) =>
        IsWholeRoom || (Math.Abs(Column - (place.X / CellUnits)) <= Cells && Math.Abs(Row - (place.Y / CellUnits)) <= Cells);
}
