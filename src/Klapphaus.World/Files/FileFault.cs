namespace Klapphaus.World.Files;

/// <summary>Why a file cannot be put into the house.</summary>
public enum FileFault
{
    None,

    /// <summary>It has no content.</summary>
    Empty,

    /// <summary>It is not one of <see cref="FileKind"/>, whatever its name says.</summary>
    KindNotAllowed,

    /// <summary>Who opens it would get far more than was sent.</summary>
    UnpacksTooLarge,
}
