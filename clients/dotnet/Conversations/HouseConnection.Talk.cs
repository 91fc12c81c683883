using Klapphaus.Contracts;

namespace Klapphaus.Client;

// What one asks in conversations.
public sealed partial class HouseConnection
{
    /// <summary>available, busy or away.</summary>
    public Task<ErrorCode> SetAvailabilityAsync(string availability, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.SetAvailability), new AvailabilityRequest { Availability = availability }, cancellation);

    /// <summary>Writes to the conversation.</summary>
    public Task<ErrorCode> SayAsync(string text, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.Say), new SayRequest { Text = text }, cancellation);

    /// <summary>Writes to one person in the room.</summary>
    public Task<ErrorCode> SayToAsync(int handle, string text, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.Say), new SayRequest { Text = text, To = handle }, cancellation);

    /// <summary>Writes to everybody in the room.</summary>
    public Task<ErrorCode> SayToRoomAsync(string text, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.Say), new SayRequest { Text = text, Room = true }, cancellation);

    public Task<ErrorCode> SetTopicAsync(string topic, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.SetTopic), new TopicRequest { Topic = topic }, cancellation);

    public Task<ErrorCode> CloseConversationAsync(bool closed, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.CloseConversation), new CloseRequest { Closed = closed }, cancellation);

    public Task<ErrorCode> KnockAsync(int conversation, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.Knock), new KnockRequest { Conversation = conversation, Wants = true }, cancellation);

    public Task<ErrorCode> AnswerKnockAsync(int handle, bool letIn, CancellationToken cancellation = default) =>
        AskAsync(nameof(IHouseHub.AnswerKnock), new AnswerKnockRequest { Handle = handle, LetIn = letIn }, cancellation);

    /// <summary>Leaves the conversation and stays where one stands.</summary>
    public async Task<ErrorCode> LeaveConversationAsync(CancellationToken cancellation = default) =>
        Error(await InvokeRawAsync<AskResult>(nameof(IHouseHub.LeaveConversation), [], cancellation));

    /// <summary>Asks something of the hub that is answered with a number.</summary>
    public async Task<ErrorCode> AskAsync(string method, object request, CancellationToken cancellation = default) =>
        Error(await InvokeRawAsync<AskResult>(method, [request], cancellation));

    static ErrorCode Error(Reply<AskResult> reply) => Lift(reply, result => result.Error).Error;
}
