namespace Klapphaus.World.Moderation;

/// <summary>What a moderator keeps one person from in a room; it holds, too, when the person leaves and comes back.</summary>
/// <param name="Muted">Nobody is to hear it.</param>
/// <param name="Unseen">Nobody is to see its camera or its screen.</param>
public readonly record struct Restraint(bool Muted, bool Unseen)
{
    public bool IsNone => !Muted && !Unseen;
}
