using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>How far one sees, in cells; the rule stands at <see cref="AvatarsMoved"/>.</summary>
readonly record struct Sight(int Cells)
{
    const int CellUnits = AvatarsMoved.CellTiles * Protocol.UnitsPerTile;

    public bool IsWholeRoom => Cells == 0;

    public bool Reaches(Position from, Position to) =>
        IsWholeRoom || (Math.Abs((from.X / CellUnits) - (to.X / CellUnits)) <= Cells && Math.Abs((from.Y / CellUnits) - (to.Y / CellUnits)) <= Cells);
}
