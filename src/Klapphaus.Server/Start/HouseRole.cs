namespace Klapphaus.Server.Start;

/// <summary>What this process does for the house: <c>Klapphaus:Role</c>.</summary>
enum HouseRole
{
    /// <summary>Everything: rooms live here, and clients connect here.</summary>
    All,
    /// <summary>Rooms, stands and avatars live here (an Orleans silo); no client connects here.</summary>
    Silo,
    /// <summary>Clients connect here; rooms live elsewhere (an Orleans client).</summary>
    Gateway,
}
