namespace Klapphaus.World.Members;

/// <summary>Why an invitation cannot be issued.</summary>
public enum InvitationFault
{
    None,

    /// <summary>Only an organiser issues invitations.</summary>
    Issuer,

    /// <summary>It would be over at once, or hold for longer than <see cref="Invitation.Longest"/>.</summary>
    Expiry,

    /// <summary>The number of uses is none, or one that no house needs.</summary>
    Uses,
}
