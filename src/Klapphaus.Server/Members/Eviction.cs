using Klapphaus.Contracts;
using Klapphaus.Grains.Members;

namespace Klapphaus.Server.Members;

/// <summary>Somebody has to go, from whichever process of the house it is connected to.</summary>
/// <param name="Member">Whose connections end.</param>
/// <param name="Code">Why.</param>
sealed record Eviction(string Member, DisconnectCode Code)
{
    /// <summary>Only connections of this session; null for all of the member.</summary>
    public string? Session { get; init; }

    public BanState? Ban { get; init; }
}
