namespace Klapphaus.Walkers;

/// <summary>How far from the truth others draw an avatar while it walks; both ends are in this process, so the truth is known.</summary>
sealed class DrawnError
{
    // The samples of a day fit: one a second for each walker would not.
    const int SamplesASecond = 30;

    readonly List<double> tiles = [];

    public void Sample(IReadOnlyList<Stroller> strollers, int second)
    {
        for (var i = 0; i < Math.Min(SamplesASecond, strollers.Count); i++)
        {
            var watcher = strollers[((second * SamplesASecond) + i) % strollers.Count];
            if (!watcher.IsInRoom)
                continue;
            foreach (var watched in strollers)
            {
                if (watched != watcher && watched.IsInRoom && watched.House!.Walker.IsWalking
                    && watched.House.Picture.Room!.Id == watcher.House!.Picture.Room?.Id
                    && watcher.House.Picture.At(watched.House.Me.Id) is { } drawn)
                    tiles.Add(drawn.DistanceTo(watched.House.Walker.Position));
            }
        }
        // The newest of a long run are enough for a percentile.
        if (tiles.Count > 1_000_000)
            tiles.RemoveRange(0, 500_000);
    }

    public string Summary()
    {
        if (tiles.Count == 0)
            return "nobody was seen walking";
        tiles.Sort();
        return $"median {tiles[tiles.Count / 2]:0.000}, p99 {tiles[tiles.Count * 99 / 100]:0.000} tiles ({tiles.Count} looks)";
    }
}
