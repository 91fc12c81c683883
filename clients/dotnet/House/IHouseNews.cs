using Klapphaus.Contracts;

namespace Klapphaus.Client;

/// <summary>Where a link delivers what the house tells.</summary>
interface IHouseNews : IHouseClient
{
    Task AvatarsMoved(byte[] moved);
}
