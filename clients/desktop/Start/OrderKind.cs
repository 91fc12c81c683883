namespace Klapphaus.Desktop.Start;

/// <summary>What a second start wants of the first.</summary>
enum OrderKind
{
    /// <summary>Nothing but that it runs.</summary>
    Run,

    /// <summary>The window, at a link or where one arrives.</summary>
    Open,

    /// <summary>What somebody has pressed on a notice.</summary>
    Act,

    /// <summary>To look at settings and sign-in again, which have changed.</summary>
    Reload,

    /// <summary>To be on duty for a stand, whatever somebody has put down before; the settings choose it already.</summary>
    Duty,

    /// <summary>For which stands one is on duty now.</summary>
    Desk,

    SignOut,

    Status,

    Quit,
}
