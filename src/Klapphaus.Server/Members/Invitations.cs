using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Klapphaus.Server.Members;

/// <summary>Signed, expiring invitations. The house needs no list of them to know its own.</summary>
sealed class Invitations(IDataProtectionProvider protection, TimeProvider time)
{
    static readonly TimeSpan lifetime = TimeSpan.FromDays(7);

    readonly IDataProtector protector = protection.CreateProtector("Klapphaus.Invitation.v1");

    /// <summary>A token that gives <paramref name="role"/> for a week.</summary>
    public string Issue(string role) => protector.Protect($"{time.GetUtcNow().Add(lifetime).ToUnixTimeSeconds()}|{role}");

    /// <summary>The role that an invitation gives, or why it gives none.</summary>
    public (string Role, ErrorCode Error) Read(string token)
    {
        string[] parts;
        try
        {
            parts = protector.Unprotect(token).Split('|');
        }
        catch (CryptographicException)
        {
            return (Roles.Visitor, ErrorCode.InvitationInvalid);
        }
        return long.Parse(parts[0]) < time.GetUtcNow().ToUnixTimeSeconds() ? (Roles.Visitor, ErrorCode.InvitationExpired) : (parts[1], ErrorCode.None);
    }
}
