namespace Klapphaus.Client;

/// <summary>What a connection is doing.</summary>
public enum ConnectionStatus
{
    Connecting,
    Connected,
    /// <summary>The connection was lost, or the server asked to come back; attempts go on until one succeeds.</summary>
    Reconnecting,
    /// <summary>The server ended it and does not want the client to come back by itself. Final.</summary>
    SentAway,
    /// <summary>Disposed, or the house no longer accepts this client. Final.</summary>
    Closed,
}
