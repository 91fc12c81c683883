namespace Klapphaus.World.Members;

/// <summary>What becomes of somebody who shows an invitation.</summary>
public enum InvitationOutcome
{
    /// <summary>Comes in by it.</summary>
    Granted,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>As many have come by it as may.</summary>
    UsedUp,
}
