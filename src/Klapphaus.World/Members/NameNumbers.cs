namespace Klapphaus.World.Members;

/// <summary>The numbers behind names that look alike without them.</summary>
sealed class NameNumbers
{
    readonly SortedSet<int> free = [];
    int highest = 1;
    int bearers;

    /// <summary>
    /// Gives out the smallest number that can be used. One that cannot is passed over until nobody has a number any more: whoever comes next is not to search
    /// through it again.
    /// </summary>
    /// <param name="tryUse">Uses a number, or says that it looks like somebody else's name.</param>
    public void Take(Predicate<int> tryUse)
    {
        int number;
        do number = Next();
        while (!tryUse(number));
        bearers++;
    }

    /// <summary>Gives out a number that somebody had before; those below it are free until their bearers come.</summary>
    public void TakeAgain(int number)
    {
        while (highest < number) free.Add(++highest);
        free.Remove(number);
        bearers++;
    }

    /// <returns>False when nobody has a number any more.</returns>
    public bool GiveBack(int number)
    {
        free.Add(number);
        return --bearers > 0;
    }

    int Next()
    {
        if (free.Count == 0) return ++highest;
        var smallest = free.Min;
        free.Remove(smallest);
        return smallest;
    }
}
