namespace Klapphaus.Contracts;

/// <summary>Why the server ended a connection, said in <see cref="SentAwayEvent"/> just before it does.</summary>
public enum DisconnectCode
{
    /// <summary>The same person came in by another tab or device; do not come back by yourself.</summary>
    TakenOver = 4001,
    /// <summary>The house closes for a restart; come back in a few seconds.</summary>
    Restarting = 4002,
    /// <summary>The connection sent more than anybody could mean; come back slowly.</summary>
    Flooding = 4003,
    /// <summary>The room was taken out of the house; come back and choose another.</summary>
    RoomClosed = 4004,
}
