namespace Klapphaus.World.Stands;

/// <summary>What a member has taken along from stands.</summary>
/// <param name="items">In the order of taking; kept up to date in place, since that is what is stored.</param>
public sealed class Bag(List<BagItem> items)
{
    /// <summary>More than anybody takes along in a year of network days.</summary>
    public const int Most = 500;

    public IReadOnlyList<BagItem> Items => items;

    public bool Holds(string stand, string material) => items.Exists(i => i.Stand == stand && i.Material == material);

    /// <summary>Puts a material in, once. A full bag loses nothing: it takes nothing more.</summary>
    public BagOutcome Put(BagItem item)
    {
        if (Holds(item.Stand, item.Material)) return BagOutcome.Already;
        if (items.Count >= Most) return BagOutcome.Full;
        items.Add(item);
        return BagOutcome.Done;
    }

    /// <summary>False when it was not in it.</summary>
    public bool Remove(string stand, string material) => items.RemoveAll(i => i.Stand == stand && i.Material == material) > 0;

    public void Clear() => items.Clear();
}
