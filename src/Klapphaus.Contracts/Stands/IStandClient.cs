namespace Klapphaus.Contracts;

/// <summary>What the house tells of stands.</summary>
public interface IStandClient
{
    /// <summary>The stands of the room that one is in are these from now on.</summary>
    Task StandsChanged(StandsChangedEvent news);
}
