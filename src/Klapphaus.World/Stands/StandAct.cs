namespace Klapphaus.World.Stands;

/// <summary>What somebody may want to do at a stand.</summary>
public enum StandAct
{
    /// <summary>See it, ring at it, take things along, search it.</summary>
    See,

    /// <summary>See a material that is offline.</summary>
    SeeTakenDown,

    /// <summary>Change what it shows, see who changed what, undo it.</summary>
    Edit,

    /// <summary>Show it to everybody or hide it.</summary>
    Publish,

    /// <summary>Be called when somebody rings, and offer times.</summary>
    Staff,

    /// <summary>Read, answer and export what visitors have left: questions and cards.</summary>
    ReadEnquiries,

    /// <summary>Read how many came.</summary>
    SeeFigures,

    /// <summary>Name hosts and say what they may.</summary>
    NameHosts,

    /// <summary>Give it another owner.</summary>
    GiveAway,

    /// <summary>Take it or one of its materials offline.</summary>
    TakeDown,

    /// <summary>Put it or one of its materials back.</summary>
    PutBack,
}
