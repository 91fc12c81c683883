using Klapphaus.Desktop.Start;
using Klapphaus.Desktop.Window;

namespace Klapphaus.Desktop.Notices;

/// <summary>Something that somebody is to be told, whatever else they are doing.</summary>
/// <param name="Key">What it is about. A notice replaces one with the same.</param>
/// <param name="Kind">What one can choose it by.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">What more there is to say.</param>
sealed record Notice(string Key, NoticeKind Kind, Phrase Title, Phrase Text)
{
    /// <summary>The stand that it is about, or an empty text.</summary>
    public string Stand { get; init; } = "";

    /// <summary>Id of the room to which it leads, or an empty text.</summary>
    public string Room { get; init; } = "";

    /// <summary>Number of the request at the stand's bell; 0 where there is nothing to accept or decline.</summary>
    public long Request { get; init; }

    /// <summary>From then on it means nothing any more; null when it does not age.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Somebody waits for an answer, and for nothing else than yes or no.</summary>
    public bool IsCall => Request > 0;

    /// <summary>It is shown once, however often the house tells of it.</summary>
    public bool IsOnce => IsCall || Kind is NoticeKind.Announcement or NoticeKind.Appointment;

    public Destination Destination => new(Room.Length > 0 ? Room : null, Stand.Length > 0 ? Stand : null);
}
