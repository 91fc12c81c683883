namespace Klapphaus.World.Stands;

/// <summary>What becomes of a question at a stand.</summary>
public enum EnquiryOutcome
{
    /// <summary>It is so now, or was already.</summary>
    Done,

    /// <summary>The visitor has left so many here that some have to be answered first.</summary>
    TooMany,

    /// <summary>The stand keeps as many as it may.</summary>
    Full,

    /// <summary>There is no such question here, or it is not the visitor's own.</summary>
    Unknown,

    /// <summary>Somebody else has answered it.</summary>
    Answered,
}
