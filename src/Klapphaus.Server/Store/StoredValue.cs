namespace Klapphaus.Server.Store;

/// <summary>A value, to the byte; with its field in a hash, its score in a sorted set.</summary>
sealed record StoredValue(byte[] Bytes, string? Field = null, double? Score = null);
