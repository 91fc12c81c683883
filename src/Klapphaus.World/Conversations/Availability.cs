namespace Klapphaus.World.Conversations;

/// <summary>Whether somebody may be drawn into a conversation by standing near.</summary>
public enum Availability
{
    /// <summary>Whoever stops beside one begins a conversation.</summary>
    Available,

    /// <summary>Nobody is connected by coming near; one may still knock, and be asked.</summary>
    Busy,

    /// <summary>Not at the screen; otherwise as busy.</summary>
    Away,
}
