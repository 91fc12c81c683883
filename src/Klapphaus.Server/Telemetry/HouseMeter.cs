using System.Diagnostics.Metrics;
using Klapphaus.Server.House;
using Klapphaus.Server.Presence;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.Telemetry;

/// <summary>How this process of the house is: read when somebody asks, and not before.</summary>
sealed class HouseMeter
{
    public const string Name = "Klapphaus";

    readonly Counter<long> refusals;

    public HouseMeter(IMeterFactory meters, Visitors visitors, RoomFeeds feeds, PresenceBook presence)
    {
        var meter = meters.Create(Name);
        refusals = meter.CreateCounter<long>("klapphaus.calls.refused", "{call}", "Calls of clients that were refused, by error code.");
        meter.CreateObservableGauge("klapphaus.connections", () => visitors.All.Count, "{connection}", "Clients connected to this process.");
        meter.CreateObservableGauge(
            "klapphaus.room.people", () => ByRoom(feeds, f => f.PeopleCount), "{person}",
            "People in each room that this process has clients in; every process counts the whole room.");
        meter.CreateObservableCounter(
            "klapphaus.feed.deferred", () => ByRoom(feeds, f => f.Counters.DeferredAvatars), "{avatar}",
            "Avatars whose news did not go into the message of their tick, since it was full, and were told later.");
        meter.CreateObservableGauge("klapphaus.presence.lag", () => presence.Lag.TotalSeconds, "s", "Time since presence was last written to the store.");
        meter.CreateObservableCounter("klapphaus.store.errors", () => presence.Errors, "{error}", "Writes of presence that the store did not take.");
    }

    static IEnumerable<Measurement<T>> ByRoom<T>(RoomFeeds feeds, Func<RoomFeed, T> what)
        where T : struct =>
        feeds.ByRoom(what).Select(r => new Measurement<T>(r.Value, new KeyValuePair<string, object?>("room", r.Key)));

    public void Refused(ErrorCode code) => refusals.Add(1, new KeyValuePair<string, object?>("code", (int)code));
}
