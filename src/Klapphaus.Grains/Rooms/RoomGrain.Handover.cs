using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Moderation;
using Klapphaus.World.Rooms;
using Orleans.Runtime.Placement;

namespace Klapphaus.Grains.Rooms;

/// <summary>How a room moves from a machine that closes to another without anybody leaving it.</summary>
sealed partial class RoomGrain
{
    /// <summary>No move takes longer, in milliseconds; if it seems so the clocks of the two machines differ.</summary>
    const long LongestWay = 5_000;

    RoomHandover? brought;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        local.Remove(Id);
        _ = Tick(cancellationToken); // what has changed is told from here, or never
        if (reason.ReasonCode == DeactivationReasonCode.ShuttingDown && people.Count + feeds.Count > 0) this.MigrateOnIdle();
        return Task.CompletedTask;
    }

    public Task MoveTo(SiloAddress silo)
    {
        if (people.Count + feeds.Count == 0)
        {
            DeactivateOnIdle();
            return Task.CompletedTask;
        }
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        this.MigrateOnIdle();
        return Task.CompletedTask;
    }

    public void OnDehydrate(IDehydrationContext dehydrationContext)
    {
        if (room is null) return;
        var now = time.Milliseconds();
        var (ids, observers) = feeds.All;
        RoomPerson[] here = [.. people.Values];
        dehydrationContext.TryAddValue(RoomHandover.Key, new RoomHandover
        {
            Activation = activation,
            Number = number,
            Residents = [.. here.Select(p => Resident(p, room.Find(p.Handle)!, now))],
            Lost = [.. here.Select(p => room.Find(p.Handle)!.LostSince is { } since ? now - since : -1)],
            Feeds = ids,
            Observers = observers,
            Waiting = [.. room.Line.All],
            SetOutAt = time.GetUtcNow(),
            Conversations = TalkCollector.Everything(room.Talk, now),
            Unlogged = [.. unlogged],
            Unkept = Unkept,
            Asking = [.. room.Doorkeeper.WaitingRoom.All.Select(AskingState.Of)],
            LetIn = [.. room.Doorkeeper.WaitingRoom.LetIn],
            WaitsBy = waitsBy,
        });
        log.HandedOver(Id, here.Length);
    }

    public void OnRehydrate(IRehydrationContext rehydrationContext) => rehydrationContext.TryGetValue(RoomHandover.Key, out brought);

    static RoomResident Resident(RoomPerson person, Avatar avatar, long now)
    {
        var state = AvatarState.Pack(avatar.Position.X, avatar.Position.Y, avatar.Heading);
        return new() { Person = person, Known = state, KnownAge = now - avatar.When, Said = state, SaidAge = now - avatar.When };
    }

    void TakeOver(RoomHandover handover)
    {
        brought = null;
        if (room is null) return;
        var now = time.Milliseconds();
        number = handover.Number;
        TakeOverOrder(handover);
        for (var i = 0; i < handover.Feeds.Length; i++) feeds.Add(handover.Feeds[i], handover.Observers[i], now);
        var setOutAt = now - (long)Math.Clamp((time.GetUtcNow() - handover.SetOutAt).TotalMilliseconds, 0, LongestWay);
        for (var i = 0; i < handover.Residents.Length; i++)
            Restore(handover.Residents[i], setOutAt, handover.Lost[i] < 0 ? null : setOutAt - handover.Lost[i]);
        foreach (var conversation in handover.Conversations) TalkCollector.Restore(room, conversation, now);
        foreach (var member in handover.Waiting) room.Line.Join(member);
        room.Doorkeeper.WaitingRoom.Dissolve(); // what is stored may be older
        foreach (var member in handover.LetIn) room.Doorkeeper.WaitingRoom.Keep(member);
        foreach (var (member, by) in handover.WaitsBy) waitsBy[member] = by;
        foreach (var asking in handover.Asking) room.Doorkeeper.WaitingRoom.Ask(asking.ToAsking());
        foreach (var handle in people.Keys) changes.Changed(handle); // whatever got lost on the way is made good by the first tick
        Arm();
        ServeLine();
        StartCare();
        RoomMeter.Recovered(people.Count);
        log.TakenOver(Id, people.Count);
    }
}
