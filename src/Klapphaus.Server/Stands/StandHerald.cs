using Klapphaus.Grains.Stands;
using Klapphaus.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Stands;

/// <summary>Tells this process's clients in one room of its stands: everybody of the open ones, and those of a team also of their own. Its feed holds the lock.</summary>
sealed class StandHerald(MirroredRoom room)
{
    StandSummary[] stands = [];
    SerializedHubMessage? forEverybody;

    /// <summary>What the process knows of the room's stands.</summary>
    public Func<StandSummary[]>? Source { get; set; }

    /// <summary>A client is new here; it knows of no stand.</summary>
    public void Introduce(Viewer viewer) => viewer.MissedStands = stands.Length > 0;

    /// <summary>Tells everybody when the stands are otherwise than before.</summary>
    public void Look()
    {
        var newest = Source?.Invoke() ?? [];
        if (ReferenceEquals(newest, stands) || newest.Length + stands.Length == 0) return;
        (stands, forEverybody) = (newest, null);
        foreach (var viewer in room.Gallery.All) viewer.MissedStands = !viewer.Greeted || !viewer.Outlet.TryShow(Message(viewer));
    }

    /// <summary>What the client has missed; false when it does not take it.</summary>
    public bool CatchUp(Viewer viewer)
    {
        if (!viewer.MissedStands) return true;
        if (!viewer.Outlet.TryShow(Message(viewer))) return false;
        viewer.MissedStands = false;
        return true;
    }

    SerializedHubMessage Message(Viewer viewer) =>
        Array.Exists(stands, s => !s.IsOpen() && s.Team.Contains(viewer.Member))
            ? Message(s => s.IsOpen() || s.Team.Contains(viewer.Member))
            : forEverybody ??= Message(s => s.IsOpen());

    SerializedHubMessage Message(Func<StandSummary, bool> isSeen) =>
        Tellings.StandsChanged(new() { Room = room.Plan.Id, Stands = [.. stands.Where(isSeen).Select(StandViews.Sign)] });
}
