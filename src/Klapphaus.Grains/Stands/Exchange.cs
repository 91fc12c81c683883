namespace Klapphaus.Grains.Stands;

/// <summary>Which exchange of cards is between whom.</summary>
public static class Exchange
{
    /// <summary>The same whoever of them asks.</summary>
    public static string KeyOf(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one}|{other}" : $"{other}|{one}";
}
