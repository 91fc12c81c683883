namespace Klapphaus.Contracts;

/// <summary>What the house tells a client. One message may overtake none of those before it.</summary>
public interface IHouseClient : IConversationClient, IModerationClient, IStandClient, ICardClient, IBellClient
{
    /// <summary>The avatar stands in a room; everything known of another room is past.</summary>
    Task RoomEntered(RoomEnteredEvent news);

    /// <summary>The room's floor plan was changed while one was inside.</summary>
    Task PlanChanged(PlanChangedEvent news);

    /// <summary>People came into the room or left it; or the whole list anew.</summary>
    Task PeopleChanged(PeopleChangedEvent news);

    /// <summary>The server did not grant a step: the own avatar stands here.</summary>
    Task PutBack(PutBackEvent news);

    /// <summary>How full the rooms of the house are.</summary>
    Task RoomsChanged(RoomsChangedEvent news);

    /// <summary>The room one waited for has a place, held for a few seconds.</summary>
    Task PlaceFree(PlaceFreeEvent news);

    /// <summary>The server will close this connection now, and why.</summary>
    Task SentAway(SentAwayEvent news);
}
