namespace Klapphaus.Desktop.Reach;

/// <summary>Remembers by its id what has been left and answered, so that it is known what came meanwhile. By ids, since two clocks never agree.</summary>
sealed class LeftBook
{
    readonly Dictionary<string, HashSet<string>> known = new(StringComparer.Ordinal);

    /// <summary>What is there now.</summary>
    /// <param name="shelf">Where: questions or cards at a stand, answers from everywhere.</param>
    /// <param name="ids">All of it.</param>
    /// <returns>What of it was not there before; null the first time.</returns>
    public IReadOnlySet<string>? Take(string shelf, IEnumerable<string> ids)
    {
        var now = ids.ToHashSet(StringComparer.Ordinal);
        var came = known.TryGetValue(shelf, out var before) ? now.Where(id => !before.Contains(id)).ToHashSet(StringComparer.Ordinal) : null;
        known[shelf] = now;
        return came;
    }

    public void Clear() => known.Clear();
}
