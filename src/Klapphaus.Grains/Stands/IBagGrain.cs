using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What one member has taken along from stands; the key is the member's id. What is confirmed is stored.</summary>
[Alias("Klapphaus.IBagGrain")]
public interface IBagGrain : IGrainWithStringKey
{
    /// <summary>Everything that is kept, without links that are over.</summary>
    [Alias("Contents")]
    Task<BagContents> Contents();

    /// <summary>Puts a material in. That the member may see it is for the caller to know.</summary>
    [Alias("Put")]
    Task<BagOutcome> Put(string stand, string material, string title);

    /// <summary>False when it was not in it.</summary>
    [Alias("Remove")]
    Task<bool> Remove(string stand, string material);

    /// <summary>Takes everything out. Links stay, and lead to a bag with nothing in it.</summary>
    [Alias("Clear")]
    Task Clear();

    /// <summary>Lets whoever knows this id read the list for a while; null when there are as many links as there may be.</summary>
    [Alias("AddLink")]
    Task<BagLinkState?> AddLink(string id);

    /// <summary>False when there is no such link (any more).</summary>
    [Alias("RevokeLink")]
    Task<bool> RevokeLink(string id);

    /// <summary>What is in it, for who knows the id of a link; null when there is no such link (any more).</summary>
    [Alias("Shared")]
    Task<BagItemState[]?> Shared(string link);

    /// <summary>Remembers that the member books times at a stand, so that it is known where to look for them.</summary>
    [Alias("AddTimesAt")]
    Task AddTimesAt(string stand);

    /// <summary>There is nothing (any more) that the member has booked at these stands.</summary>
    [Alias("RemoveTimesAt")]
    Task RemoveTimesAt(string[] stands);

    /// <summary>Forgets all of it.</summary>
    [Alias("Erase")]
    Task Erase();
}
