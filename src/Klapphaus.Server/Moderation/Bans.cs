using Klapphaus.Grains.Members;

namespace Klapphaus.Server.Moderation;

/// <summary>Bans as they are asked for and told.</summary>
static class Bans
{
    /// <summary>Ten years: whoever means longer means for good.</summary>
    public const int MostMinutes = 10 * 366 * 24 * 60;

    /// <summary>So many texts go along with one report.</summary>
    public const int MostTexts = 200;

    /// <summary>The end as things stand, in milliseconds since 1970; 0 when there is none.</summary>
    public static long End(BanState? ban) => ban?.End()?.ToUnixTimeMilliseconds() ?? 0;

    /// <summary>It waits for a second moderator.</summary>
    public static bool Waits(BanState? ban) => ban?.Provisional is not null;
}
