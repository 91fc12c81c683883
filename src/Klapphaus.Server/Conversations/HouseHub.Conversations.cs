using Klapphaus.Contracts;
using Klapphaus.Grains.Conversations;
using Klapphaus.Grains.Members;
using Klapphaus.World.Conversations;

namespace Klapphaus.Server.House;

/// <summary>The part of the hub by which one talks: who asks, in which room; the room's grain decides.</summary>
sealed partial class HouseHub
{
    public async Task<AskResult> SetAvailability(AvailabilityRequest request)
    {
        if (!Enum.TryParse<Availability>(request.Availability, ignoreCase: true, out var availability) || !Enum.IsDefined(availability))
            return new() { Error = (int)ErrorCode.Malformed };
        await grains.GetGrain<IAvatarGrain>(Me.Caller.Id).MakeAvailable(Me.ConnectionId, availability);
        return new();
    }

    public Task<AskResult> Say(SayRequest request) => Ask((room, me) => room.Say(
        me, request.To is not null ? RemarkScope.Person : request.Room ? RemarkScope.Room : RemarkScope.Conversation, request.To ?? -1, request.Text ?? ""));

    public Task Type(TypeRequest request) => Ask((room, me) => room.Type(me, request.Text ?? ""));

    public Task<AskResult> React(ReactRequest request) => Ask((room, me) => room.React(me, request.Reaction ?? ""));

    public Task<AskResult> RaiseHand(HandRequest request) => Ask((room, me) => room.RaiseHand(me, request.Up));

    public Task<AskResult> SetTopic(TopicRequest request) => Ask((room, me) => room.SetTopic(me, request.Topic ?? ""));

    public Task<AskResult> CloseConversation(CloseRequest request) => Ask((room, me) => room.Close(me, request.Closed));

    public Task<AskResult> Knock(KnockRequest request) => Ask((room, me) => room.Knock(me, request.Conversation, request.Wants));

    public Task<AskResult> AnswerKnock(AnswerKnockRequest request) => Ask((room, me) => room.AnswerKnock(me, request.Handle, request.LetIn));

    public Task<AskResult> LeaveConversation() => Ask((room, me) => room.StepOut(me));

    public Task<AskResult> Listen(ListenRequest request) => Ask((room, me) => room.Listen(me, request.Listens));

    public Task<AskResult> Lead(LeadRequest request) => Ask((room, me) => room.Lead(me, request.Leads));

    public Task<AskResult> Follow(FollowRequest request) => Ask((room, me) => room.Follow(me, request.Follows));

    public Task<AskResult> GiveWord(WordRequest request) => Ask((room, me) => room.GiveWord(me, request.Handle, request.Word));

    public Task<AskResult> RemoveFromConversation(RemoveRequest request) => Ask((room, me) => room.Remove(me, request.Handle));

    public Task<AskResult> SendMedia(MediaRequest request)
    {
        var media = MediaKinds.None;
        if (request.Microphone) media |= MediaKinds.Microphone;
        if (request.Camera) media |= MediaKinds.Camera;
        if (request.Screen) media |= MediaKinds.Screen;
        return Ask((room, me) => room.Send(me, media));
    }

    public Task<AskResult> Signal(SignalRequest request) => request.To == Protocol.MediaServer
        ? Task.FromResult(new AskResult { Error = (int)desk.Hear(Me.ConnectionId, request.Signal ?? "") })
        : Ask((room, me) => room.Signal(me, request.To, request.Signal ?? ""));

    async Task<AskResult> Ask(Func<IRoomTalkGrain, Talker, Task<ErrorCode>> ask)
    {
        if (Me.Stay is not { } stay) return new() { Error = (int)ErrorCode.NotInRoom };
        return new() { Error = (int)await ask(grains.GetGrain<IRoomTalkGrain>(stay.Room), new(Me.Caller.Id, Me.ConnectionId)) };
    }
}
