namespace Klapphaus.Contracts;

/// <summary>What one may ask in conversations. They come about by walking; everything is decided by the server.</summary>
public interface IConversationHub
{
    /// <summary>Says whether one may be drawn into conversations; holds in every room.</summary>
    Task<AskResult> SetAvailability(AvailabilityRequest request);

    /// <summary>Writes to the conversation, to one person in the room, or to the whole room where one may. Comes back to the sender as well.</summary>
    Task<AskResult> Say(SayRequest request);

    /// <summary>Shows the others in the conversation what one is typing. Not answered.</summary>
    Task Type(TypeRequest request);

    Task<AskResult> React(ReactRequest request);

    Task<AskResult> RaiseHand(HandRequest request);

    Task<AskResult> SetTopic(TopicRequest request);

    Task<AskResult> CloseConversation(CloseRequest request);

    Task<AskResult> Knock(KnockRequest request);

    Task<AskResult> AnswerKnock(AnswerKnockRequest request);

    /// <summary>Leaves the conversation without walking; until one walks, nobody is connected by standing near.</summary>
    Task<AskResult> LeaveConversation();

    Task<AskResult> Listen(ListenRequest request);

    Task<AskResult> Lead(LeadRequest request);

    Task<AskResult> Follow(FollowRequest request);

    Task<AskResult> GiveWord(WordRequest request);

    Task<AskResult> Mute(MuteRequest request);

    Task<AskResult> RemoveFromConversation(RemoveRequest request);

    Task<AskResult> SendMedia(MediaRequest request);

    /// <summary>Passes something on to one other browser in the same conversation, or to the media server.</summary>
    Task<AskResult> Signal(SignalRequest request);
}
