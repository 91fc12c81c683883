using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>The first call on a connection.</summary>
[MessagePackObject]
public sealed record HelloRequest
{
    /// <summary><see cref="Protocol.Version"/> of the client.</summary>
    [Key("protocol")] public required int Protocol { get; init; }

    /// <summary>Name and version of the client, for the log; at most 60 characters.</summary>
    [Key("client")] public string Client { get; init; } = "";

    /// <summary>
    /// The connection only wants to be reached: it enters no room and takes no other connection's place, and is refused what needs a room or an avatar. What a
    /// connection has said first it stays.
    /// </summary>
    [Key("background")] public bool Background { get; init; }
}
