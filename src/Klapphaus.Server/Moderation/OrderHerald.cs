using Klapphaus.Grains.Moderation;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Conversations;
using Klapphaus.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Moderation;

/// <summary>Tells this process's clients in one room what moderators did there. Its feed holds the lock.</summary>
sealed class OrderHerald(MirroredRoom room)
{
    /// <summary>A whole room was taken in; the policy may have changed unheard.</summary>
    public void Load(RoomTick state)
    {
        if (state.Policy is { } policy && policy != room.Policy) TellPolicy(policy);
    }

    public void Take(RoomTick tick)
    {
        if (tick.Policy is { } policy) TellPolicy(policy);
        foreach (var notice in tick.Notices)
            if (room.Gallery.Find(notice.Handle) is { } viewer) TalkHerald.TellOrKeep(viewer, Message(notice));
    }

    /// <summary>What somebody who has just come in is told.</summary>
    public static void Tell(Viewer viewer, Notice[] news)
    {
        foreach (var notice in news) TalkHerald.TellOrKeep(viewer, Message(notice));
    }

    /// <summary>The last that a client hears of this room.</summary>
    public static void ShowOut(Viewer viewer, Notice notice)
    {
        var message = Message(notice);
        if (!viewer.Outlet.TryShow(message)) viewer.Outlet.SendWhenFree(message);
    }

    void TellPolicy(PolicyState policy)
    {
        room.Policy = policy;
        var message = Tellings.PolicyChanged(new() { Policy = PolicyViews.Of(policy) });
        // who is not greeted yet is told with the greeting
        foreach (var viewer in room.Gallery.All)
            if (viewer.Greeted) TalkHerald.TellOrKeep(viewer, message);
    }

    static SerializedHubMessage Message(Notice notice) => Tellings.Moderated(new()
    {
        Kind = TalkViews.Word(notice.Kind),
        Reason = notice.Reason,
        Until = notice.Until?.ToUnixTimeMilliseconds() ?? 0,
        Room = notice.Room,
    });
}
