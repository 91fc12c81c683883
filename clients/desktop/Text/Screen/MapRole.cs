namespace Klapphaus.Desktop.Text;

/// <summary>What a character of the map stands for. Each has a character of its own; a colour may come to it.</summary>
enum MapRole
{
    Floor,
    Wall,
    Furniture,
    /// <summary>The floor of a stand, table or stage.</summary>
    Area,
    /// <summary>The number of a stand or table.</summary>
    Number,
    Door,
    Person,
    /// <summary>Somebody with whom one talks.</summary>
    Partner,
    Own,
}
