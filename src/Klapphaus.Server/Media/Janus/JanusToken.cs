using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Klapphaus.Server.Media.Janus;

/// <summary>By what Janus knows that the house speaks (token_auth_secret): until when, for what, and both signed.</summary>
static class JanusToken
{
    public const string Plugin = "janus.plugin.videoroom";

    static readonly TimeSpan lifetime = TimeSpan.FromMinutes(1);

    /// <summary>For one request.</summary>
    public static string ForRequest(string secret, DateTimeOffset now) => Sign(secret, $"{Until(now)},janus,{Plugin}");

    static string Until(DateTimeOffset now) => (now + lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>SHA-1 is what Janus checks (auth.c); it signs for a minute, and hides nothing.</summary>
#pragma warning disable CA5350 // there is no other that Janus knows
    static string Sign(string secret, string said) => $"{said}:{Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(said)))}";
#pragma warning restore CA5350
}
