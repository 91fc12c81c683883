using System.Security.Cryptography;
using Klapphaus.Grains.Members;
using Klapphaus.World.Members;
using Microsoft.AspNetCore.DataProtection;

namespace Klapphaus.Server.Members;

/// <summary>Lets people in by invitation. What they show is the id of an entry in the book, sealed by the house, so that nobody can guess or make one.</summary>
sealed class Invitations(IDataProtectionProvider protection, IGrainFactory grains, TimeProvider time, ILogger<Invitations> log)
{
    /// <summary>So often the house is asked for the operator's, five seconds each.</summary>
    const int MostTries = 5;

    /// <summary>What the operator is given at the start must outlast a weekend.</summary>
    static readonly TimeSpan printedFor = TimeSpan.FromDays(7);

    readonly IDataProtector protector = protection.CreateProtector("Klapphaus.Invitation.v2");

    IInvitationBookGrain Book => grains.GetGrain<IInvitationBookGrain>(IInvitationBookGrain.TheBook);

    /// <summary>What stands after <c>#invitation=</c> in the link; another text each time.</summary>
    public string Token(string id) => protector.Protect(id);

    /// <summary>The invitation that a token stands for, or why there is none that could let somebody in.</summary>
    public async Task<(InvitationState? Invitation, ErrorCode Error)> FindAsync(string? token)
    {
        if (string.IsNullOrEmpty(token)) return (null, ErrorCode.None);
        if (Read(token) is not { } id || await Book.Find(id) is not { } found) return (null, ErrorCode.InvitationInvalid);
        var state = found.ToInvitation().StateAt(time.GetUtcNow());
        // who has come by it before comes in even when it is used up
        return state is InvitationOutcome.Granted or InvitationOutcome.UsedUp ? (found, ErrorCode.None) : (null, InvitationErrors.Of(state));
    }

    /// <summary>Who somebody is with an invitation: the same member as before, with what it gives; or the one whom it is for.</summary>
    public async Task<(Caller? Caller, ErrorCode Error)> RedeemAsync(InvitationState shown, Caller? before)
    {
        var invitation = shown.ToInvitation();
        if (before is not null && GainsNothing(invitation, before))
        {
            // a place in the team of a stand is something all the same, and counts as a use
            var refusal = shown.Stand.Length > 0 ? await Book.Redeem(shown.Id, before.Id) : ErrorCode.None;
            return (refusal == ErrorCode.None ? before : null, refusal);
        }
        var member = invitation.OwnMember ?? before?.Id ?? Guid.NewGuid().ToString("N");
        var error = await Book.Redeem(shown.Id, member);
        if (error != ErrorCode.None) return (null, error);
        return (before?.Id == member ? With(before, invitation) : With(new(member, shown.Name, shown.Affiliation, Roles.Visitor), invitation), ErrorCode.None);
    }

    /// <summary>An organiser's invitation for whoever starts this process; null when the house does not answer.</summary>
    /// <param name="process">Which process it is, by a name that stays the same; what it printed before and nobody used is void.</param>
    public async Task<string?> PrintAsync(string process)
    {
        var now = time.GetUtcNow();
        var id = Guid.NewGuid().ToString("N");
        for (var tries = 1; ; tries++)
        {
            try
            {
                // the same once more takes its own place
                var error = await Book.Issue(new()
                {
                    Id = id, Label = $"Start {process}", Role = Roles.Organiser, Issued = now, Expires = now + printedFor, Process = process,
                });
                if (error == ErrorCode.None) return Token(id);
                log.NotPrinted($"{error}");
                return null;
            }
            catch (TimeoutException) when (tries < MostTries)
            {
                // a machine that has much to do just then answers late
            }
            catch (Exception e) // the house is open without it, whatever the store has against it
            {
                log.NotPrinted(e.GetType().Name);
                return null;
            }
        }
    }

    /// <summary>An account or a task in the house is not given up for a guest's name.</summary>
    static bool GainsNothing(Invitation invitation, Caller before) =>
        !invitation.GivesMoreThan(Roles.Of(before.Role), before.Rooms)
        && (invitation.OwnMember is null || invitation.OwnMember == before.Id || Roles.Of(before.Role) > Role.Guest);

    static Caller With(Caller caller, Invitation invitation)
    {
        var role = Roles.Of(caller.Role);
        return caller with
        {
            Role = Roles.Name(invitation.Role > role ? invitation.Role : role),
            Rooms = [.. invitation.RoomsFor(role, caller.Rooms)],
            Origin = caller.Origin == Caller.OpenIdOrigin ? caller.Origin : Caller.InvitationOrigin + invitation.Id,
        };
    }

    string? Read(string token)
    {
        try
        {
            return protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
