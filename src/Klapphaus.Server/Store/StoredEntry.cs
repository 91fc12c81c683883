namespace Klapphaus.Server.Store;

/// <summary>A key of the store with all that it holds.</summary>
/// <param name="Key">With the prefix of the house.</param>
/// <param name="Kind">As Redis calls it: string, hash, list, set, zset.</param>
/// <param name="Values">One for a string; in order for a list.</param>
/// <param name="Expires">Unix milliseconds, or null for what stays.</param>
sealed record StoredEntry(string Key, string Kind, IReadOnlyList<StoredValue> Values, long? Expires = null);
