using Klapphaus.Grains.Members;

namespace Klapphaus.Server.Moderation;

/// <summary>Bans as they are asked for and told.</summary>
static class Bans
{
    /// <summary>Ten years: whoever means longer means for good.</summary>
    public const int MostMinutes = 10 * 366 * 24 * 60;

    /// <summary>So many texts go along with one report.</summary>
    public const int MostTexts = 200;

    /// <summary>The end in milliseconds since 1970; 0 when there is none.</summary>
    public static long End(BanState? ban) => ban?.Until?.ToUnixTimeMilliseconds() ?? 0;
}
