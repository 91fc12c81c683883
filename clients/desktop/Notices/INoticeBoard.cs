namespace Klapphaus.Desktop.Notices;

/// <summary>Where this platform shows what somebody is to be told. A board that does not work says so once, and the program goes on without it.</summary>
interface INoticeBoard : IAsyncDisposable
{
    /// <summary>Somebody has done something with a notice, given by its key. After each of these it is not on the board any more.</summary>
    event Action<string, NoticeAct>? Acted;

    /// <summary>All notices have gone at once, and not by anybody's doing: what shows them has ended.</summary>
    event Action? Emptied { add { } remove { } }

    /// <summary>What shows them is there again: what could not be shown may be tried once more.</summary>
    event Action? Ready { add { } remove { } }

    /// <summary>Shows one, in place of one with the same key; false when it could not be shown.</summary>
    Task<bool> ShowAsync(NoticeFace face);

    /// <summary>Takes one away; nothing happens when it is not there.</summary>
    Task TakeAsync(string key);

    /// <summary>A link that a button of this board opens has come back by a second start; false for one that means nothing here.</summary>
    bool Act(string link) => false;
}
