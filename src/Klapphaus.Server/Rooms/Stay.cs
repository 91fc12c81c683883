namespace Klapphaus.Server.Rooms;

/// <summary>A client in a room.</summary>
sealed record Stay(string Room, RoomFeed Feed, Viewer Viewer);
