using Microsoft.Extensions.Logging;

namespace Klapphaus.Grains.Rooms;

static partial class RoomGrainLog
{
    [LoggerMessage(1, LogLevel.Information, "Room {Room} is awake, with plan {Version}.")]
    public static partial void RoomUp(this ILogger log, string room, string version);

    [LoggerMessage(2, LogLevel.Error, "Room {Room} cannot use its stored plan: {Faults}")]
    public static partial void PlanUnusable(this ILogger log, string room, string faults);

    [LoggerMessage(3, LogLevel.Warning, "Room {Room} has not heard from feed {Feed} for too long and lets it go.")]
    public static partial void FeedSilent(this ILogger log, string room, string feed);

    [LoggerMessage(4, LogLevel.Information, "Room {Room} now has plan {Version}; {Moved} avatars were put beside new walls.")]
    public static partial void PlanChanged(this ILogger log, string room, string version, int moved);

    [LoggerMessage(5, LogLevel.Information, "Room {Room} goes to another machine with {People} people in it.")]
    public static partial void HandedOver(this ILogger log, string room, int people);

    [LoggerMessage(7, LogLevel.Information, "Room {Room} could not look after its address: {Reason}")]
    public static partial void AddressUnknown(this ILogger log, string room, string reason);

    [LoggerMessage(6, LogLevel.Information, "Room {Room} came from another machine with {People} people in it.")]
    public static partial void TakenOver(this ILogger log, string room, int people);

    [LoggerMessage(8, LogLevel.Warning, "What moderators did in room {Room} is in force, and could not be stored yet: {Reason}")]
    public static partial void NotKept(this ILogger log, string room, string reason);
}
