namespace Klapphaus.Contracts;

/// <summary>What a client may ask of the house. One connection carries all of it; <see cref="IRoomHub.Hello"/> comes first.</summary>
public interface IHouseHub : IRoomHub, IConversationHub, IModerationHub, ICardHub, IBellHub;
