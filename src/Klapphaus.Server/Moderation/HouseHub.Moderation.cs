using Klapphaus.Contracts;
using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.House;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.Moderation;

namespace Klapphaus.Server.House;

/// <summary>The part of the hub by which moderators do what they do, and everybody reports: who asks, in which room; the grains decide.</summary>
sealed partial class HouseHub
{
    public Task<AskResult> Mute(MuteRequest request) => Order((room, me) => room.Mute(me, request.Handle, request.Muted));

    public Task<AskResult> MuteAll(MuteAllRequest request) => Order((room, me) => room.MuteAll(me, request.Conversation, request.But));

    public Task<AskResult> HideCamera(HideCameraRequest request) => Order((room, me) => room.Hide(me, request.Handle, request.Hidden));

    public Task<AskResult> AskToSpeak(AskToSpeakRequest request) => Order((room, me) => room.AskToSpeak(me, request.Handle));

    public Task<AskResult> Warn(WarnRequest request) => Order((room, me) => room.Warn(me, request.Handle, request.Reason ?? ""));

    public Task<AskResult> MovePerson(MovePersonRequest request) => Order((room, me) => room.Put(me, request.Handle, request.X, request.Y));

    public async Task<AskResult> Expel(ExpelRequest request)
    {
        if (request.To is { } to && !Array.Exists((await grains.GetGrain<IHouseGrain>(IHouseGrain.TheHouse).Rooms()).Rooms, r => r.Id == to)) return new() { Error = (int)ErrorCode.RoomUnknown };
        return await Order((room, me) => room.Expel(me, request.Handle, request.Reason ?? "", request.To));
    }

    public async Task<AskResult> Ban(BanRequest request)
    {
        if (request.Minutes is < 0 or > Bans.MostMinutes || GrainKey.Of(request.Member) is not { } member) return new() { Error = (int)ErrorCode.Malformed };
        DateTimeOffset? until = request.Minutes == 0 ? null : time.GetUtcNow().AddMinutes(request.Minutes);
        return request.House
            ? new() { Error = (int)await bouncer.BanAsync(Me.Caller.ToModerator(ofTheHouse: true), member, request.Reason ?? "", until, request.Invitation) }
            : await Order((room, me) => room.BanFromRoom(me, member, request.Reason ?? "", until));
    }

    public async Task<AskResult> SetPolicy(SetPolicyRequest request)
    {
        if (request.Policy is null || PolicyViews.Read(request.Policy) is not { } policy) return new() { Error = (int)ErrorCode.Malformed };
        return await Order((room, _) => room.UsePolicy(Me.Caller.ToModerator(), policy));
    }

    public async Task<AskResult> Announce(AnnounceRequest request) => new() { Error = (int)await bouncer.AnnounceAsync(Me.Caller.ToModerator(ofTheHouse: true), request.Text ?? "") };

    public Task<AskResult> Retract(RetractRequest request) => Order((room, me) => room.Retract(me, request.Id));

    public async Task<AskResult> Block(BlockRequest request)
    {
        if (GrainKey.Of(request.Member) is not { } member) return new() { Error = (int)ErrorCode.Malformed };
        if (await grains.GetGrain<IMemberGrain>(member).Profile() is null) return new() { Error = (int)ErrorCode.MemberUnknown };
        var error = await grains.GetGrain<IMemberGrain>(Me.Caller.Id).Shun(member, request.Blocked);
        reception.Shun(Me);
        return new() { Error = (int)error };
    }

    public async Task<AskResult> Report(ReportRequest request)
    {
        if (World.Conversations.Wording.Reason(request.Reason ?? "") is not { Length: > 0 } reason) return new() { Error = (int)ErrorCode.ReasonUnusable };
        if (request.Texts is not { Length: <= Bans.MostTexts } texts) return new() { Error = (int)ErrorCode.Malformed };
        if (Me.Stay is not { } stay) return new() { Error = (int)ErrorCode.NotInRoom };
        var evidence = await grains.GetGrain<IRoomModerationGrain>(stay.Room).Witness(new(Me.Caller.Id, Me.ConnectionId), request.Handle, texts);
        if (evidence.Error != ErrorCode.None) return new() { Error = (int)evidence.Error };
        var error = await grains.GetGrain<IHouseModerationGrain>(IHouseGrain.TheHouse).File(new()
        {
            Kind = ReportKind.Person,
            At = time.GetUtcNow(),
            By = Me.Caller.Id,
            ByName = evidence.ByName,
            Of = evidence.Member,
            OfName = evidence.Name,
            Room = stay.Room,
            Reason = reason,
            Texts = evidence.Texts,
        });
        return new() { Error = (int)error };
    }

    async Task<AskResult> Order(Func<IRoomModerationGrain, Talker, Task<ErrorCode>> order)
    {
        if (Me.Stay is not { } stay) return new() { Error = (int)ErrorCode.NotInRoom };
        return new() { Error = (int)await order(grains.GetGrain<IRoomModerationGrain>(stay.Room), new(Me.Caller.Id, Me.ConnectionId)) };
    }
}
