namespace Klapphaus.Contracts;

/// <summary>What the house tells of what moderators did.</summary>
public interface IModerationClient
{
    /// <summary>Something was done to oneself.</summary>
    Task Moderated(ModeratedEvent news);

    /// <summary>Who may do what in the room is otherwise than before.</summary>
    Task PolicyChanged(PolicyChangedEvent news);

    /// <summary>A text is taken back: it is to be shown no more.</summary>
    Task Retracted(RetractedEvent news);

    /// <summary>The house says something to everybody.</summary>
    Task Announced(AnnouncedEvent news);
}
