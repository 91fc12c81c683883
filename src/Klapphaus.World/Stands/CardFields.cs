namespace Klapphaus.World.Stands;

/// <summary>The fields of a card.</summary>
[Flags]
public enum CardFields
{
    None = 0,
    Name = 1,
    Affiliation = 2,
    Email = 4,
    Telephone = 8,
    Note = 16,
    All = Name | Affiliation | Email | Telephone | Note,
}
