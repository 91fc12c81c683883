namespace Klapphaus.World.Stands;

/// <summary>What became of a word that a stand has proposed.</summary>
public enum WordOutcome
{
    /// <summary>The stand can use it.</summary>
    Done,

    /// <summary>There is that word already, and the stand can use it.</summary>
    Exists,

    /// <summary>There are words that may well mean the same; if none does, propose it once more and say so.</summary>
    Similar,

    /// <summary>The name is empty or too long; or a challenge that it is for is unknown.</summary>
    Unusable,

    /// <summary>The stand has proposed so many that a moderator has to look at them first; or there are so many altogether that nobody finds their way.</summary>
    TooMany,
}
