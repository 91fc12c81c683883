namespace Klapphaus.World.Stands;

/// <summary>What a host may do at a stand.</summary>
[Flags]
public enum HostRights
{
    None = 0,

    /// <summary>Says what the stand shows, and whether it is published.</summary>
    Edit = 1,

    /// <summary>Is called when somebody rings.</summary>
    Staff = 2,

    /// <summary>Reads and answers what visitors have left: questions and cards.</summary>
    Enquiries = 4,
    All = Edit | Staff | Enquiries,
}
