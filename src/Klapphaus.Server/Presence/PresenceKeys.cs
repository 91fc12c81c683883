namespace Klapphaus.Server.Presence;

/// <summary>Where presence is kept in the store; every key is made here.</summary>
static class PresenceKeys
{
    /// <summary>Sorted set: member id by the Unix second at which it was last seen.</summary>
    public const string LastSeen = "klapphaus/presence";

    /// <summary>
    /// Sorted set: member id by the Unix second at which it last had a connection in the background. Beside the member's hash, which a window of theirs writes: that
    /// ages out with the window, and this with the program.
    /// </summary>
    public const string Reachable = "klapphaus/presence/reachable";

    /// <summary>String, for a second: the gateway that the house has answered last.</summary>
    public const string Answered = "klapphaus/presence/answered";

    /// <summary>Hash of one member: name, room, process.</summary>
    public static string OfMember(string id) => $"klapphaus/presence/{id}";
}
