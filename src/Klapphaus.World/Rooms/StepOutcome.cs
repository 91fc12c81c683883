namespace Klapphaus.World.Rooms;

/// <summary>What became of a step.</summary>
public enum StepOutcome
{
    /// <summary>The avatar is there now.</summary>
    Taken,

    /// <summary>Nobody could have walked that way in that time; the avatar stays where it was.</summary>
    PutBack,

    /// <summary>There is no such avatar here (any more).</summary>
    Unknown,
}
