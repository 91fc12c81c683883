using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Signatures of S3 in their fourth version, as the storage checks them.</summary>
sealed partial class S3Signature(string accessKey, string secretKey, string region)
{
    /// <summary>Whether the request is signed with the keys, in the region, and for this content.</summary>
    public bool IsOf(HttpRequest request, byte[] body)
    {
        var said = Said().Match(request.Headers.Authorization.ToString());
        var scope = said.Groups["scope"].Value;
        var content = request.Headers["x-amz-content-sha256"].ToString();
        if (said.Groups["key"].Value != accessKey || scope.Split('/') is not [var day, var where, "s3", "aws4_request"] || where != region) return false;
        if (content != Hex(SHA256.HashData(body))) return false;
        var canonical = string.Join('\n', [.. Asked(request), .. Headers(request, said.Groups["headers"].Value), "", said.Groups["headers"].Value, content]);
        var text = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["x-amz-date"].ToString(), scope, Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = new[] { day, where, "s3", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Sign);
        return said.Groups["signature"].Value == Hex(Sign(key, text));
    }

    /// <summary>Method, path and query, as they were sent, the query in order.</summary>
    static string[] Asked(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?');
        var query = (target.Length < 2 ? "" : target[1]).Split('&', StringSplitOptions.RemoveEmptyEntries);
        return [request.Method, target[0], string.Join('&', query.Select(p => p.Contains('=', StringComparison.Ordinal) ? p : p + "=").Order(StringComparer.Ordinal))];
    }

    static IEnumerable<string> Headers(HttpRequest request, string names) => names.Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}");

    static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    [GeneratedRegex(@"Credential=(?<key>[^/]+)/(?<scope>[^,]+), *SignedHeaders=(?<headers>[^,]+), *Signature=(?<signature>[0-9a-f]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();
}
