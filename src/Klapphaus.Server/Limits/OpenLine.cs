using Microsoft.AspNetCore.Connections;

namespace Klapphaus.Server.Limits;

/// <summary>One connection to the hub, from its first byte to its last, whether or not it ever says anything.</summary>
/// <param name="connection">By which it is ended.</param>
/// <param name="member">Whose cookie or token opened it.</param>
/// <param name="address">Where it comes from (<see cref="ClientAddress"/>).</param>
sealed class OpenLine(ConnectionContext connection, string member, string address)
{
    volatile bool spoke;
    volatile bool ended;

    public string Id => connection.ConnectionId;

    public string Member => member;

    public string Address => address;

    /// <summary>It was not told to end; until it has, it may still be on its way out.</summary>
    public bool IsOpen => !ended;

    /// <summary>Nobody has said Hello by it, not even one that was refused.</summary>
    public bool IsSilent => !spoke && !ended;

    public void HearHello() => spoke = true;

    /// <summary>Ends it at once, in whatever state it is.</summary>
    public void Abort()
    {
        ended = true;
        connection.Abort();
    }
}
