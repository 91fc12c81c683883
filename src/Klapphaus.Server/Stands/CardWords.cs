using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>The fields of a card as they travel.</summary>
static class CardWords
{
    static readonly (CardFields Field, string Word)[] words =
    [
        (CardFields.Name, "name"), (CardFields.Affiliation, "affiliation"), (CardFields.Email, "email"), (CardFields.Telephone, "telephone"), (CardFields.Note, "note"),
    ];

    public static string[] Words(CardFields fields) => [.. words.Where(w => (fields & w.Field) == w.Field).Select(w => w.Word)];

    /// <summary>Null when one of them is none.</summary>
    public static CardFields? Read(string[]? written)
    {
        var fields = CardFields.None;
        foreach (var word in written ?? [])
        {
            var known = Array.Find(words, w => w.Word == word);
            if (known.Word is null) return null;
            fields |= known.Field;
        }
        return fields;
    }
}
