using Klapphaus.Desktop.Notices;

namespace Klapphaus.Desktop.Settings;

/// <summary>What somebody has chosen on this machine. Nothing of it is secret.</summary>
sealed record DesktopSettings
{
    public const int CurrentVersion = 1;

    public static readonly NoticeKind[] AllKinds = Enum.GetValues<NoticeKind>();

    /// <summary>Of the file's form; a newer one than <see cref="CurrentVersion"/> cannot be read.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Root of the house; null before one has signed in anywhere.</summary>
    public Uri? House { get; init; }

    /// <summary>de or en; null for the system's.</summary>
    public string? Language { get; init; }

    public bool StartAtLogin { get; init; }

    /// <summary>Nothing is announced before; null when one may be disturbed.</summary>
    public DateTimeOffset? DoNotDisturb { get; init; }

    public QuietHours? QuietHours { get; init; }

    /// <summary>What is announced at all.</summary>
    public NoticeKind[] Notices { get; init; } = AllKinds;

    /// <summary>Path of the browser for the window; null for the first that is found.</summary>
    public string? Browser { get; init; }

    /// <summary>Ids of the stands for which one can be called while this program runs.</summary>
    public string[] OnDuty { get; init; } = [];

    /// <summary>When nothing keeps silence any more that does at a moment; null when nothing does.</summary>
    public DateTimeOffset? SilentUntil(DateTimeOffset now, TimeZoneInfo zone)
    {
        DateTimeOffset? end = null;
        // one may end in the middle of the other; three of them never follow on each other
        for (var i = 0; i < 3; i++)
        {
            var at = end ?? now;
            var next = DoNotDisturb is { } until && at < until ? until : QuietHours?.EndAfter(at, zone);
            if (next is null) break;
            end = next;
        }
        return end;
    }

    /// <summary>Whether an address can be that of a house: without encryption only on this machine.</summary>
    public static bool IsHouse(Uri address) =>
        address.IsAbsoluteUri && address is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
