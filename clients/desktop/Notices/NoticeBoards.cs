using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Notices;

/// <summary>The notice board of this platform.</summary>
static class NoticeBoards
{
    /// <param name="say">Hears, once, that there is none.</param>
    /// <param name="time">To give up by.</param>
    public static INoticeBoard OfThisPlatform(Action<Sentence> say, TimeProvider time) =>
        OperatingSystem.IsWindows() ? new WindowsBoard(new(), say, time) : OperatingSystem.IsMacOS() ? new MacBoard(say, time) : new LinuxBoard(say, time);
}
