namespace Klapphaus.Server.Web.Description;

/// <summary>Who may ask an address for what it does. The address itself sees to that; here it only says so.</summary>
enum Callers
{
    /// <summary>Also who is not signed in.</summary>
    Anybody,

    SignedIn,

    /// <summary>Who is of the team of the stand that it is about.</summary>
    StandTeam,

    /// <summary>Who is of the team of the stand that it is about, and may change it.</summary>
    StandHosts,

    /// <summary>Who is of the team of the stand that it is about, and looks after what visitors leave.</summary>
    StandClerks,

    /// <summary>Whose the stand is that it is about, and organisers.</summary>
    StandOwners,

    /// <summary>Moderators of the house, or of the room that it is about, and organisers.</summary>
    Moderators,

    Organisers,
}
