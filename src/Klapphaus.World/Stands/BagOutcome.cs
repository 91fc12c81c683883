namespace Klapphaus.World.Stands;

/// <summary>What became of something that was to go into a bag.</summary>
public enum BagOutcome
{
    Done,

    /// <summary>It is in it already.</summary>
    Already,

    /// <summary>Something has to be taken out first.</summary>
    Full,
}
