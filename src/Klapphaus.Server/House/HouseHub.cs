using Klapphaus.Contracts;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Members;
using Klapphaus.Server.Limits;
using Klapphaus.Server.Media;
using Klapphaus.Server.Members;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Presence;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Stands;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Klapphaus.Server.House;

/// <summary>The one hub of the house. It knows who calls and hands on; what may be is decided in grains and rules. The rooms' part is in <c>Rooms/</c>.</summary>
[Authorize]
sealed partial class HouseHub(IGrainFactory grains, Visitors visitors, Entrance entrance, MediaDesk desk, CardDesk cards, Bouncer bouncer, StandReception reception, PresenceBook presence, TimeProvider time, ILogger<HouseHub> log) : Hub, IHouseHub
{
    static readonly object key = new();

    /// <summary>The connection's visitor; the filter has seen to it that there is one.</summary>
    Visitor Me => Of(Context)!;

    public static Visitor? Of(HubCallerContext context) => context.Items.TryGetValue(key, out var visitor) ? (Visitor)visitor! : null;

    public override Task OnConnectedAsync()
    {
        var visitor = new Visitor(HouseConnections.Of(Context), Caller.Of(Context.User)!, new CallBudget(time));
        Context.Items[key] = visitor;
        visitors.Add(visitor);
        return base.OnConnectedAsync();
    }

    public async Task<HelloResult> Hello(HelloRequest request)
    {
        Context.Features.Get<OpenLine>()!.HearHello();
        if (request.Protocol < Protocol.Version) return new() { Error = (int)ErrorCode.ProtocolTooOld, Protocol = Protocol.Version };
        if (request.Protocol > Protocol.Version) return new() { Error = (int)ErrorCode.ProtocolTooNew, Protocol = Protocol.Version };
        var me = Me;
        if (me.Welcome && me.IsBackground != request.Background) return new() { Error = (int)ErrorCode.Malformed, Protocol = Protocol.Version };
        var arrival = await ArriveAsync(me, request.Background);
        if (arrival.Error != ErrorCode.None)
        {
            return new()
            {
                Error = (int)arrival.Error,
                Protocol = Protocol.Version,
                Reason = arrival.Ban?.Reason ?? "",
                Until = Bans.End(arrival.Ban),
                Provisional = Bans.Waits(arrival.Ban),
            };
        }
        if (arrival.Previous is { } previous) await entrance.TakeOverAsync(previous);
        var index = await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms();
        me.Greet(request.Background);
        if (me.IsBackground) visitors.MakeRoomFor(me);
        _ = reception.WelcomeAsync(me);
        await presence.SeenAsync(me);
        return new()
        {
            Protocol = Protocol.Version,
            Me = new() { Id = me.Caller.Id, Name = me.Caller.Name, Affiliation = me.Caller.Affiliation, Role = me.Caller.Role, Verified = me.Caller.Verified },
            Rooms = RoomSummaries.Of(index),
            Start = RoomSummaries.StartFor(me.Caller.Rooms, index),
            Room = arrival.Room,
        };
    }

    /// <summary>Of a connection in the background the avatar does not hear: it takes nobody's place, and is asked for its session alone.</summary>
    async Task<Arrival> ArriveAsync(Visitor me, bool background)
    {
        if (!background) return await grains.GetGrain<IAvatarGrain>(me.Caller.Id).Arrive(me.ConnectionId, me.Caller.Session);
        var session = await grains.GetGrain<IMemberGrain>(me.Caller.Id).CheckSession(me.Caller.Session);
        return new() { Error = session.Error, Ban = session.Ban };
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Of(Context) is { } visitor)
        {
            visitors.Remove(visitor);
            reception.Lose(visitor);
            try
            {
                await entrance.LoseAsync(visitor);
            }
            catch (Exception e) when (e is OrleansException or TimeoutException)
            {
                log.LossUntold(e.GetType().Name); // the room finds out by itself: its feed does not have the avatar any more
            }
            await presence.GoneAsync(visitor);
        }
        await base.OnDisconnectedAsync(exception);
    }
}
