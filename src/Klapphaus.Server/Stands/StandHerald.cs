using Klapphaus.Grains.Stands;
using Klapphaus.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Stands;

/// <summary>Tells this process's clients in one room of its stands: everybody of the open ones, and those of a team also of their own. Its feed holds the lock.</summary>
sealed class StandHerald(MirroredRoom room)
{
    /// <summary>Whether a stand is staffed is looked at this often at most when people come and go, in milliseconds.</summary>
    const long Gathering = 1_000;

    StandSummary[] stands = [];
    HashSet<string> staffed = [];
    SerializedHubMessage? forEverybody;
    bool peopleChanged;
    long lookedAt;

    /// <summary>What the process knows of the room's stands.</summary>
    public Func<StandSummary[]>? Source { get; set; }

    /// <summary>There is something that will be told later.</summary>
    public bool Owes => peopleChanged;

    /// <summary>Somebody has come or gone who may be of a stand.</summary>
    public void PeopleChanged() => peopleChanged = stands.Length > 0;

    /// <summary>A client is new here; it knows of no stand.</summary>
    public void Introduce(Viewer viewer) => viewer.MissedStands = stands.Length > 0;

    /// <summary>The same as <see cref="Look"/>, when it is time for it.</summary>
    public void LookAtPeople(long now)
    {
        if (peopleChanged && now - lookedAt >= Gathering) Look(now);
    }

    /// <summary>Tells everybody when the stands are otherwise than before.</summary>
    public void Look(long now)
    {
        var newest = Source?.Invoke() ?? [];
        var same = ReferenceEquals(newest, stands);
        if (same && !peopleChanged) return;
        (peopleChanged, lookedAt) = (false, now);
        HashSet<string> there = newest.Length == 0 ? [] : [.. room.People.Select(p => p.Member)];
        HashSet<string> manned = [.. newest.Where(s => s.Staff.Any(there.Contains)).Select(s => s.Id)];
        if (same && manned.SetEquals(staffed)) return;
        (stands, staffed, forEverybody) = (newest, manned, null);
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

    SerializedHubMessage Message(Func<StandSummary, bool> isSeen) => Tellings.StandsChanged(new()
    {
        Room = room.Plan.Id,
        Stands = [.. stands.Where(isSeen).Select(s => StandViews.Sign(s, staffed.Contains(s.Id)))],
    });
}
