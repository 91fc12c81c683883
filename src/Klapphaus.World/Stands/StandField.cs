using Klapphaus.World.Plans;

namespace Klapphaus.World.Stands;

/// <summary>
/// One field of a stand, which is changed by itself and refused by itself: a part (<c>name</c>), an item of a list (<c>materials/a7</c>), or where in its
/// list an item stands (<c>materials/a7/place</c>).
/// </summary>
/// <param name="Part">The part.</param>
/// <param name="Item">Id of the item of a list; empty for a part that is none.</param>
/// <param name="IsPlace">Where the item stands, and not what it is.</param>
public readonly record struct StandField(StandPart Part, string Item = "", bool IsPlace = false)
{
    const string PlaceName = "place";

    /// <summary>What the item is.</summary>
    public StandField Content => this with { IsPlace = false };

    /// <summary>Where the item stands.</summary>
    public StandField Place => this with { IsPlace = true };

    /// <summary>There can be such a field.</summary>
    public bool IsSound => Enum.IsDefined(Part) && (StandParts.IsList(Part) ? Words.IsId(Item) : Item.Length == 0 && !IsPlace);

    public static bool TryRead(string written, out StandField field)
    {
        var pieces = written.Split('/');
        field = new(StandPart.Name);
        if (pieces.Length > 3 || !StandParts.TryRead(pieces[0], out var part)) return false;
        if (pieces.Length == 3 && pieces[2] != PlaceName) return false;
        var read = new StandField(part, pieces.Length > 1 ? pieces[1] : "", pieces.Length == 3);
        if (!read.IsSound || !StandParts.IsList(part) && pieces.Length > 1) return false;
        field = read;
        return true;
    }

    public override string ToString() => !StandParts.IsList(Part) ? StandParts.Name(Part)
        : IsPlace ? $"{StandParts.Name(Part)}/{Item}/{PlaceName}"
        : $"{StandParts.Name(Part)}/{Item}";
}
