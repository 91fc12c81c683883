using Klapphaus.Contracts;
using Klapphaus.Grains.Conversations;
using Klapphaus.Server.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.Conversations;

/// <summary>
/// Knows the conversations of a room and tells this process's clients of them: those in one at once, the others what is drawn on the floor. What a client
/// cannot take is kept for it, and nothing that was said is lost before <see cref="MostUnsaid"/>. Its feed holds the lock.
/// </summary>
sealed class TalkHerald(MirroredRoom room)
{
    /// <summary>With more than these in a room what is drawn is gathered: told every tick, conversations that come and go would double what is written.</summary>
    const int Crowd = 150;

    /// <summary>For how long, in milliseconds.</summary>
    const long Gathering = 1_000;

    /// <summary>So much is kept for a client that does not read; what is older is dropped.</summary>
    const int MostUnsaid = 100;

    readonly Dictionary<int, ConversationState> all = [];
    readonly Dictionary<int, int> byHandle = [];
    readonly HashSet<int> changed = [];
    readonly HashSet<int> ended = [];
    long toldAt;

    /// <summary>There is something that will be told later.</summary>
    public bool Owes => changed.Count + ended.Count > 0;

    /// <summary>All that is known, for a room that has lost its memory.</summary>
    public ConversationState[] Known => [.. all.Values];

    /// <summary>Takes all conversations in anew; everybody is told everything.</summary>
    public void Load(RoomTalk? talk)
    {
        var before = all.ToDictionary();
        all.Clear();
        byHandle.Clear();
        changed.Clear();
        ended.Clear();
        foreach (var state in talk?.Changed ?? []) Know(Whole(state, before.GetValueOrDefault(state.Id), []));
    }

    /// <summary>A client is new here, and is told everything.</summary>
    public static void Introduce(Viewer viewer) => (viewer.MissedConversations, viewer.MissedTalk) = (true, true);

    /// <summary>One tick's news.</summary>
    public void Take(RoomTalk talk)
    {
        foreach (var id in talk.Ended) Forget(id);
        var states = Array.ConvertAll(talk.Changed, state => Whole(state, all.GetValueOrDefault(state.Id), talk.Partings));
        foreach (var state in states)
        {
            Know(state);
            changed.Add(state.Id);
        }
        foreach (var parting in talk.Partings) TellParting(parting);
        foreach (var state in states) TellOwn(state);
        foreach (var refusal in talk.Refusals)
            if (room.Gallery.Find(refusal.Handle) is { } viewer) TellOrKeep(viewer, Tellings.NotConnected(new() { Reason = TalkViews.Word(refusal.Obstacle), Conversation = refusal.Conversation, Other = refusal.Other }));
        foreach (var remark in talk.Remarks) Tell(remark);
        if (talk.Retracted.Length > 0)
        {
            var message = Tellings.Retracted(new() { Ids = talk.Retracted });
            foreach (var viewer in room.Gallery.All) TellOrKeep(viewer, message);
        }
        foreach (var signal in talk.Signals)
            if (room.Gallery.Find(signal.To) is { } viewer) TellSignal(viewer, signal.From, signal.Signal);
    }

    public static void TellSignal(Viewer viewer, int from, string signal) => TellOrKeep(viewer, Tellings.Signalled(new() { From = from, Signal = signal }));

    /// <summary>This process's clients who are in conversations.</summary>
    public List<(Viewer Viewer, ConversationState Conversation)> Guests()
    {
        List<(Viewer, ConversationState)> guests = [];
        foreach (var state in all.Values)
            foreach (var person in state.People)
                if (byHandle.GetValueOrDefault(person.Handle) == state.Id && room.Gallery.Find(person.Handle) is { } viewer) guests.Add((viewer, state));
        return guests;
    }

    /// <summary>The area in whose conversation somebody is, or null.</summary>
    public string? AreaOf(int handle) => byHandle.TryGetValue(handle, out var id) ? all[id].Area : null;

    /// <summary>What is drawn on the floor, when it is time to say so.</summary>
    public void TellConversations(long now)
    {
        if (!Owes || room.Count > Crowd && now - toldAt < Gathering) return;
        toldAt = now;
        if (room.Gallery.Count > 0)
        {
            var message = Tellings.ConversationsChanged(new() { Changed = [.. changed.Select(id => TalkViews.Public(all[id]))], Ended = [.. ended] });
            foreach (var viewer in room.Gallery.All)
                if (viewer.MissedConversations || !viewer.Greeted || !viewer.Outlet.TryShow(message)) viewer.MissedConversations = true;
        }
        changed.Clear();
        ended.Clear();
    }

    /// <summary>Everything of conversations that the client has missed, as far as it takes it; false when it does not.</summary>
    public bool CatchUp(Viewer viewer)
    {
        if (viewer.MissedConversations)
        {
            if (!viewer.Outlet.TryShow(Tellings.ConversationsChanged(new() { All = true, Changed = [.. all.Values.Select(TalkViews.Public)] }))) return false;
            viewer.MissedConversations = false;
        }
        if (viewer.MissedTalk)
        {
            if (!viewer.Outlet.TryShow(Tellings.TalkChanged(new() { Talk = OwnOf(viewer.Handle), Left = viewer.MissedLeft }))) return false;
            (viewer.MissedTalk, viewer.MissedLeft) = (false, "");
        }
        while (viewer.Unsaid.TryPeek(out var message))
        {
            if (!viewer.Outlet.TryShow(message)) return false;
            viewer.Unsaid.Dequeue();
        }
        return true;
    }

    /// <summary>
    /// While a room that has lost its memory waits for people of a conversation, they are in it for those who knew them there: their sound would be cut off
    /// for a moment otherwise, and they have not gone.
    /// </summary>
    static ConversationState Whole(ConversationState state, ConversationState? before, TalkParting[] partings)
    {
        if (!state.Recovering || before is null) return state;
        var waited = before.People.Where(b =>
            !Array.Exists(state.People, p => p.Member == b.Member || p.Handle == b.Handle) && !Array.Exists(partings, p => p.Conversation == state.Id && p.Handle == b.Handle));
        return state with { People = [.. state.People, .. waited] };
    }

    void Know(ConversationState state)
    {
        if (all.TryGetValue(state.Id, out var before)) ForgetPeople(before);
        all[state.Id] = state;
        foreach (var person in state.People) byHandle[person.Handle] = state.Id;
    }

    void Forget(int id)
    {
        if (all.Remove(id, out var before)) ForgetPeople(before);
        changed.Remove(id);
        ended.Add(id);
    }

    void ForgetPeople(ConversationState state)
    {
        foreach (var person in state.People)
            if (byHandle.GetValueOrDefault(person.Handle) == state.Id) byHandle.Remove(person.Handle);
    }

    TalkView? OwnOf(int handle) =>
        byHandle.TryGetValue(handle, out var id) && Array.Find(all[id].People, p => p.Handle == handle) is { } person ? TalkViews.Own(all[id], person) : null;

    void TellParting(TalkParting parting)
    {
        if (room.Gallery.Find(parting.Handle) is not { } viewer) return;
        var why = TalkViews.Word(parting.Reason);
        if (!CanHear(viewer) || !viewer.Outlet.TryShow(Tellings.TalkChanged(new() { Talk = OwnOf(viewer.Handle), Left = why }))) (viewer.MissedTalk, viewer.MissedLeft) = (true, why);
    }

    void TellOwn(ConversationState state)
    {
        SerializedHubMessage? message = null;
        foreach (var person in state.People)
        {
            if (room.Gallery.Find(person.Handle) is not { } viewer) continue;
            message ??= Tellings.TalkChanged(new() { Talk = TalkViews.Own(state) });
            var own = person.Apart.Length == 0 ? message : Tellings.TalkChanged(new() { Talk = TalkViews.Own(state, person) });
            if (!CanHear(viewer) || !viewer.Outlet.TryShow(own)) viewer.MissedTalk = true;
        }
    }

    void Tell(Remark remark)
    {
        var message = Tellings.Said(TalkViews.Said(remark));
        foreach (var viewer in remark.Scope == RemarkScope.Room ? room.Gallery.All : remark.Audience.Select(room.Gallery.Find).OfType<Viewer>())
        {
            // what somebody types will be typed further, and then read
            if (remark.Kind == RemarkKind.Text) TellOrKeep(viewer, message);
            else if (CanHear(viewer)) viewer.Outlet.TryShow(message);
        }
    }

    /// <summary>Tells a client now, or as soon as it reads again and knows what was before.</summary>
    public static void TellOrKeep(Viewer viewer, SerializedHubMessage message)
    {
        if (CanHear(viewer) && viewer.Unsaid.Count == 0 && viewer.Outlet.TryShow(message)) return;
        viewer.Unsaid.Enqueue(message);
        if (viewer.Unsaid.Count > MostUnsaid) viewer.Unsaid.Dequeue();
    }

    static bool CanHear(Viewer viewer) => viewer.Greeted && !viewer.MissedTalk;
}
