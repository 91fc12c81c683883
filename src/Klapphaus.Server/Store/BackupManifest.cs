using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klapphaus.Server.Store;

/// <summary>What a backup says of itself: <c>manifest.json</c> in it.</summary>
sealed record BackupManifest
{
    public const string FileName = "manifest.json";
    public const string StoreFile = "store.jsonl";
    public const string PlansFolder = "plans/";
    public const string TheFormat = "klapphaus-backup";

    /// <summary>Raised when an older program could not read it rightly.</summary>
    public const int TheVersion = 1;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    public required string Format { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset Created { get; init; }

    /// <summary>How many entries of each noun are in the store's file.</summary>
    public required SortedDictionary<string, int> Entries { get; init; }

    /// <summary>Every other file, to tell a damaged one.</summary>
    public required IReadOnlyList<BackupPart> Files { get; init; }
}
