using Klapphaus.World.Members;

namespace Klapphaus.Grains.Members;

/// <summary>What the rules say of an invitation, as a number that travels.</summary>
public static class InvitationErrors
{
    public static ErrorCode Of(InvitationOutcome outcome) => outcome switch
    {
        InvitationOutcome.Granted => ErrorCode.None,
        InvitationOutcome.Revoked => ErrorCode.InvitationRevoked,
        InvitationOutcome.Expired => ErrorCode.InvitationExpired,
        _ => ErrorCode.InvitationUsedUp,
    };
}
