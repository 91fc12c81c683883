namespace Klapphaus.Server.Presence;

/// <summary>Where presence is kept in the store; every key is made here.</summary>
static class PresenceKeys
{
    /// <summary>Sorted set: member id by the Unix second at which it was last seen.</summary>
    public const string LastSeen = "klapphaus/presence";

    /// <summary>String, for a second: the gateway that the house has answered last.</summary>
    public const string Answered = "klapphaus/presence/answered";

    /// <summary>Hash of one member: name, room, process.</summary>
    public static string OfMember(string id) => $"klapphaus/presence/{id}";
}
