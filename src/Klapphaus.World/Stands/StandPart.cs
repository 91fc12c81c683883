namespace Klapphaus.World.Stands;

/// <summary>The parts of what a stand says of itself. From <see cref="Topics"/> on they are lists.</summary>
public enum StandPart
{
    Name,

    /// <summary>What it is about, in one sentence.</summary>
    Line,

    /// <summary>Markdown, kept as it was written; whoever shows it makes it safe.</summary>
    Text,
    Logo,

    /// <summary>The colour that it is known by.</summary>
    Accent,

    /// <summary>When somebody is there.</summary>
    Hours,
    Contact,
    Topics,

    /// <summary>What it knows of its own experience; the ids of its items are words of the <see cref="Vocabulary"/>.</summary>
    Challenges,

    /// <summary>What it offers; the ids of its items are words of the <see cref="Vocabulary"/>.</summary>
    Solutions,
    Pictures,
    Videos,
    Materials,
}
