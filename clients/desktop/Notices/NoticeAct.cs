namespace Klapphaus.Desktop.Notices;

/// <summary>What somebody does with a notice.</summary>
enum NoticeAct
{
    /// <summary>Comes.</summary>
    Accept,

    /// <summary>Cannot come.</summary>
    Decline,

    /// <summary>Wants to see it in the house.</summary>
    Open,

    /// <summary>Has put it away, or it has gone by itself.</summary>
    Close,
}
