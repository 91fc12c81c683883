namespace Klapphaus.Client;

/// <summary>What went over a connection since it was made, reconnects included.</summary>
/// <param name="MovesSent">Steps of the own avatar.</param>
/// <param name="MovesSeen">Messages about avatars that move.</param>
/// <param name="MoveBytes">Their length, without SignalR's frame of some ten bytes.</param>
/// <param name="PutBacks">Steps that the server did not grant.</param>
/// <param name="CallsFailed">Calls that were not answered.</param>
/// <param name="Reconnects">How often the connection was lost and found again.</param>
/// <param name="LongestAbsence">The longest time from a loss to being back.</param>
public readonly record struct HouseTraffic(
    long MovesSent, long MovesSeen, long MoveBytes, long PutBacks, long CallsFailed, long Reconnects, TimeSpan LongestAbsence);
