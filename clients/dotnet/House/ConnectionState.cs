using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>What a connection is doing, and why.</summary>
/// <param name="Status">What it is doing.</param>
/// <param name="Code">Why the server ended it, when it is or was <see cref="ConnectionStatus.SentAway"/>.</param>
/// <param name="Error">Why the house no longer accepts this client, when <see cref="ConnectionStatus.Closed"/> by it.</param>
public readonly record struct ConnectionState(ConnectionStatus Status, DisconnectCode? Code = null, ErrorCode Error = ErrorCode.None)
{
    public bool IsFinal => Status is ConnectionStatus.SentAway or ConnectionStatus.Closed;

    public override string ToString() => this switch
    {
        { Code: { } code } => $"{Status} ({code})",
        { Error: not ErrorCode.None } => $"{Status} ({Error})",
        _ => Status.ToString(),
    };
}
