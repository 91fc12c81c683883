using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Members;

/// <summary>Invitations as organisers are told of them.</summary>
static class InvitationViews
{
    public static InvitationView Of(InvitationState invitation, Invitations invitations, DateTimeOffset now)
    {
        var state = invitation.ToInvitation().StateAt(now);
        return new()
        {
            Id = invitation.Id,
            Label = invitation.Label,
            Role = invitation.Role,
            Rooms = invitation.Rooms,
            Issued = invitation.Issued,
            Expires = invitation.Expires,
            Uses = invitation.MostUses,
            Used = invitation.UsedBy.Length,
            State = Name(state),
            Name = invitation.Name,
            Affiliation = invitation.Affiliation,
            Token = state == InvitationOutcome.Granted ? invitations.Token(invitation.Id) : null,
        };
    }

    /// <summary>The link as it is sent around; the token stands where no server on the way, and no log, gets to see it.</summary>
    public static string Link(HttpRequest request, string token) => $"{request.Scheme}://{request.Host}/#invitation={token}";

    static string Name(InvitationOutcome state) => state switch
    {
        InvitationOutcome.Granted => "open",
        InvitationOutcome.Revoked => "revoked",
        InvitationOutcome.Expired => "expired",
        _ => "usedUp",
    };
}
