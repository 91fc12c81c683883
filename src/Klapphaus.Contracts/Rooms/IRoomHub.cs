namespace Klapphaus.Contracts;

/// <summary>How one introduces oneself, enters rooms and walks.</summary>
public interface IRoomHub
{
    /// <summary>Introduces the client; nothing else is answered before.</summary>
    Task<HelloResult> Hello(HelloRequest request);

    /// <summary>Enters a room, leaving the one that the avatar is in. What is to be seen there follows as <see cref="IHouseClient.RoomEntered"/>.</summary>
    Task<EnterResult> Enter(EnterRequest request);

    /// <summary>Leaves the room and stays connected.</summary>
    Task Leave();

    /// <summary>
    /// How the avatar walks from here on: sent when it starts, turns or stops, and every <see cref="Protocol.MoveInterval"/> ms on the way.
    /// Not answered; a step that cannot be is undone by <see cref="IHouseClient.PutBack"/>.
    /// </summary>
    /// <param name="x">1/32 tile, from the room's west side.</param>
    /// <param name="y">1/32 tile, from the room's north side.</param>
    /// <param name="heading">0 to 254 in 1/255 turn clockwise from east, or <see cref="Protocol.Standing"/>.</param>
    Task Move(int x, int y, int heading);

    /// <summary>
    /// Queues for a place in a full room, or asks to be let in where moderators let people in one by one; <see cref="IHouseClient.PlaceFree"/> follows.
    /// </summary>
    Task<WaitResult> Wait(WaitRequest request);

    /// <summary>No longer wait for any room.</summary>
    Task StopWaiting();
}
