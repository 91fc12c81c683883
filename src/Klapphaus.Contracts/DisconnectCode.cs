namespace Klapphaus.Contracts;

/// <summary>Why the server ended a connection, said in <see cref="SentAwayEvent"/> just before it does.</summary>
public enum DisconnectCode
{
    /// <summary>The same person came in by another tab or device, or by one more connection in the background than one has; do not come back by yourself.</summary>
    TakenOver = 4001,
    /// <summary>The house closes for a restart; come back in a few seconds.</summary>
    Restarting = 4002,
    /// <summary>The connection sent more than anybody could mean; come back slowly.</summary>
    Flooding = 4003,
    /// <summary>The room was taken out of the house; come back and choose another.</summary>
    RoomClosed = 4004,
    /// <summary>The session has ended: signed out here or elsewhere, or over; sign in again.</summary>
    SessionEnded = 4005,
    /// <summary>One may not be in the house any more; do not come back by yourself.</summary>
    Banned = 4006,
    /// <summary>The connection did not say Hello in time, or its owner has opened too many; come back when it is needed.</summary>
    Unused = 4010,
}
