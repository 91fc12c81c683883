namespace Klapphaus.Desktop.Notices;

/// <summary>The kinds of news that one can choose from.</summary>
enum NoticeKind
{
    /// <summary>Somebody rings at a stand for which one is on duty.</summary>
    Bell,

    /// <summary>Somebody there asks for a talk in private.</summary>
    Talk,

    /// <summary>A question, an answer or a card for oneself.</summary>
    Message,

    /// <summary>The house says something to everybody.</summary>
    Announcement,

    /// <summary>A booked talk is about to begin.</summary>
    Appointment,
}
