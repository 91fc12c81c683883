namespace Klapphaus.Server.Members;

/// <summary>What can be wrong with one line of a list of guests.</summary>
enum GuestFault
{
    None,

    /// <summary>There is no name, or none that can be shown.</summary>
    Name,

    /// <summary>The town or company cannot be shown.</summary>
    Affiliation,

    /// <summary>There is no such role.</summary>
    Role,
}
