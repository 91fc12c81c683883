namespace Klapphaus.World.Conversations;

/// <summary>What somebody lets the others hear and see.</summary>
[Flags]
public enum MediaKinds
{
    None = 0,
    Microphone = 1,
    Camera = 2,
    Screen = 4,
}
