using Klapphaus.Contracts;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Window;

/// <summary>Where in the house the window opens; nothing for where one arrives.</summary>
/// <param name="Room">Id of a room, or null.</param>
/// <param name="Stand">Id of a stand in it, or null.</param>
readonly record struct Destination(string? Room = null, string? Stand = null)
{
    /// <summary>Where a link leads; null when it names a stand that one does not see.</summary>
    /// <param name="link">A link into this house.</param>
    /// <param name="stands">All that one sees.</param>
    public static Destination? Of(DeepLink link, StandCardView[] stands)
    {
        if (link.Stand is { } id) return At(id, stands);
        // the conversation at a stand is found by its stand; tables and stages by their room
        return new(link.Room, link.Area is { } area ? Array.Find(stands, stand => stand.Room == link.Room && stand.Area == area)?.Id : null);
    }

    /// <summary>At a stand; null for one that one does not see.</summary>
    public static Destination? At(string id, StandCardView[] stands) => Array.Find(stands, stand => stand.Id == id) is { } found ? new(found.Room, found.Id) : null;

    /// <summary>The page there.</summary>
    /// <param name="house">Its root.</param>
    /// <param name="code">A single-use code by which the page signs in; it stays in the browser, since fragments are not sent.</param>
    public Uri PageIn(Uri house, string code)
    {
        List<string> query = [];
        if (Room is not null) query.Add($"raum={Uri.EscapeDataString(Room)}");
        if (Stand is not null) query.Add($"stand={Uri.EscapeDataString(Stand)}");
        return new($"{house.AbsoluteUri.TrimEnd('/')}/{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}#code={Uri.EscapeDataString(code)}");
    }
}
