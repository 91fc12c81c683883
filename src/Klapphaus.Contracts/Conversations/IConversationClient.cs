namespace Klapphaus.Contracts;

/// <summary>What the house tells of conversations.</summary>
public interface IConversationClient
{
    /// <summary>Conversations in the room began, changed or ended: what is drawn on the floor. In a crowd told every second.</summary>
    Task ConversationsChanged(ConversationsChangedEvent news);

    /// <summary>One's own conversation; told at once.</summary>
    Task TalkChanged(TalkChangedEvent news);

    /// <summary>One has stopped beside somebody, and why no conversation began.</summary>
    Task NotConnected(NotConnectedEvent news);

    /// <summary>Somebody wrote or showed something.</summary>
    Task Said(SaidEvent news);

    /// <summary>Another browser in one's conversation says something of sound and picture.</summary>
    Task Signalled(SignalledEvent news);
}
