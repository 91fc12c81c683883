namespace Klapphaus.World.Moderation;

/// <summary>What somebody may do in a room.</summary>
[Flags]
public enum Rights
{
    None = 0,
    Speak = 1,
    Camera = 2,
    Screen = 4,
    Write = 8,
    Knock = 16,
    All = Speak | Camera | Screen | Write | Knock,
}
