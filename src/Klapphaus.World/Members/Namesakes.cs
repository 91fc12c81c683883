namespace Klapphaus.World.Members;

/// <summary>
/// Under which names those in one room are shown: no two of them look alike (<see cref="NameShape.SkeletonOf"/>). Whoever comes later has a number behind
/// the name, and keeps it. A name that is vouched for is shown as it is, and somebody whose name is not gives way to it. Nobody's leaving renames anybody.
/// </summary>
public sealed class Namesakes
{
    readonly Dictionary<string, Bearer> bearers = [];
    readonly Dictionary<string, string> bySkeleton = [];
    readonly Dictionary<string, NameNumbers> numbers = [];

    readonly record struct Bearer(ShownName Name, string Skeleton, bool Verified);

    /// <summary>The name of a member who is here.</summary>
    public ShownName Of(string member) => bearers[member].Name;

    /// <summary>Finds a name for somebody who comes in. Whoever is here already keeps theirs, unless their own name is another one by now.</summary>
    /// <param name="member">The member's id.</param>
    /// <param name="name">Their own name.</param>
    /// <param name="verified">The name is vouched for.</param>
    /// <param name="number">The number that they had when the room forgot them, which they keep if they can; 0 for none.</param>
    /// <returns>The member who has another name for that from now on, or null.</returns>
    public string? Enter(string member, string name, bool verified, int number = 0)
    {
        if (bearers.TryGetValue(member, out var known))
        {
            if (known.Name.Own == name && known.Verified == verified) return null;
            Leave(member);
            number = 0; // that was behind the other name
        }
        var skeleton = NameShape.SkeletonOf(name);
        if (number > 0 && TryShow(member, new(name, number), verified))
        {
            NumbersOf(skeleton).TakeAgain(number);
            return null;
        }
        if (TryShow(member, new(name, 0), verified)) return null;
        var other = bySkeleton[skeleton];
        if (verified && !bearers[other].Verified)
        {
            var yields = bearers[other].Name.Own;
            Leave(other);
            TryShow(member, new(name, 0), verified);
            Enter(other, yields, verified: false);
            return other;
        }
        NumbersOf(skeleton).Take(free => TryShow(member, new(name, free), verified));
        return null;
    }

    /// <summary>A name is free again; nothing happens when the member was not here.</summary>
    public void Leave(string member)
    {
        if (!bearers.Remove(member, out var gone)) return;
        bySkeleton.Remove(gone.Skeleton);
        if (gone.Name.Number == 0) return;
        var own = NameShape.SkeletonOf(gone.Name.Own);
        if (!numbers[own].GiveBack(gone.Name.Number)) numbers.Remove(own);
    }

    /// <summary>False when it looks like somebody else's.</summary>
    bool TryShow(string member, ShownName name, bool verified)
    {
        var skeleton = NameShape.SkeletonOf(name.Text);
        if (!bySkeleton.TryAdd(skeleton, member)) return false;
        bearers[member] = new(name, skeleton, verified);
        return true;
    }

    NameNumbers NumbersOf(string skeleton)
    {
        if (!numbers.TryGetValue(skeleton, out var known)) numbers[skeleton] = known = new();
        return known;
    }
}
