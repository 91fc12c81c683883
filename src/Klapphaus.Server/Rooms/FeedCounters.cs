namespace Klapphaus.Server.Rooms;

/// <summary>What a feed has put off and left out since it was opened.</summary>
/// <param name="Level">The load level now, 0 to <see cref="FeedLoad.Highest"/>.</param>
/// <param name="DeferredCells">How often a cell's news were left out of a shared message in the tick in which they came.</param>
/// <param name="DeferredAvatars">How many avatars' news that were.</param>
/// <param name="SkippedClients">How often a client was not written to because it was busy with an earlier message.</param>
readonly record struct FeedCounters(int Level, long DeferredCells, long DeferredAvatars, long SkippedClients);
