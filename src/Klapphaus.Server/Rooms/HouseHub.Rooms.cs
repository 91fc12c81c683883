using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.House;

/// <summary>The part of the hub by which one walks: second station of a step, after the client and before the step buffer.</summary>
sealed partial class HouseHub
{
    public Task Move(int x, int y, int heading)
    {
        if (Me.Stay is not { } stay) return Task.CompletedTask; // it left while the step was on its way
        if ((uint)x > AvatarState.MaxPosition || (uint)y > AvatarState.MaxPosition || (uint)heading > Protocol.Standing)
            throw new HubException($"{(int)ErrorCode.Malformed}: x and y are 0 to {AvatarState.MaxPosition} (1/32 tile), heading is 0 to {Protocol.Standing}.");
        stay.Feed.Steps.Add(stay.Viewer, x, y, heading);
        return Task.CompletedTask;
    }

    public Task<EnterResult> Enter(EnterRequest request) => entrance.EnterAsync(Me, request);

    public Task Leave() => entrance.LeaveAsync(Me);

    public Task<WaitResult> Wait(WaitRequest request) => entrance.WaitAsync(Me, request.Room);

    public Task StopWaiting() => entrance.StopWaitingAsync(Me);
}
