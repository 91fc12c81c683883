namespace Klapphaus.Walkers;

/// <summary>When all stand still: is everybody where everybody else sees them?</summary>
/// <param name="Lost">Walkers without a connection or a room, and those whom somebody in the same room does not know of.</param>
/// <param name="Misplaced">Walkers whom somebody sees elsewhere, or does not see though they are in sight.</param>
/// <param name="Faults">The first of them in words.</param>
sealed record LastLook(int Lost, int Misplaced, IReadOnlyList<string> Faults)
{
    const int WordsAtMost = 10;

    public bool AllWell => Lost == 0 && Misplaced == 0;

    public static LastLook At(IReadOnlyList<Stroller> strollers)
    {
        HashSet<Stroller> lost = [], misplaced = [];
        List<string> faults = [];
        foreach (var watched in strollers)
        {
            if (!watched.IsInRoom)
            {
                lost.Add(watched);
                faults.Add($"{watched.Name}: {watched.House?.State.ToString() ?? "never let in"}, in no room");
                continue;
            }
            var truth = watched.House!.Picture;
            foreach (var watcher in strollers)
            {
                if (watcher == watched || !watcher.IsInRoom || watcher.House!.Picture is not { } picture || picture.Room?.Id != truth.Room?.Id)
                    continue;
                if (picture.PersonOf(watched.House.Me.Id) is not { } person)
                {
                    lost.Add(watched);
                    faults.Add($"{watched.Name} is not in the list of {watcher.Name}");
                }
                else if (picture.At(person.Handle) is { } drawn ? drawn.DistanceTo(truth.Own) > 1 / 16.0 : picture.IsInSight(truth.Own))
                {
                    misplaced.Add(watched);
                    faults.Add($"{watched.Name} stands at {truth.Own}, {watcher.Name} sees {picture.At(person.Handle)?.ToString() ?? "nobody"}");
                }
            }
        }
        return new(lost.Count, misplaced.Count, [.. faults.Take(WordsAtMost)]);
    }
}
