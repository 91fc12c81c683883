using Klapphaus.Server.Store;

namespace Klapphaus.Server.Files;

/// <summary>Where the store keeps what is known about files; every key is made here.</summary>
static class FileKeys
{
    /// <summary>All that <see cref="OfFile"/> makes.</summary>
    public const string Pattern = StoreKeys.Prefix + "files/*";

    /// <summary>String: a <see cref="FileRecord"/> as JSON.</summary>
    public static string OfFile(string id) => $"{StoreKeys.Prefix}files/{id}";

    public static bool IsFile(string key) => key.StartsWith(OfFile(""), StringComparison.Ordinal);

    /// <summary>Hash of a stand's files, those on their way included: bytes by id.</summary>
    public static string OfStand(string stand) => $"{StoreKeys.Prefix}stand-files/{stand}";
}
