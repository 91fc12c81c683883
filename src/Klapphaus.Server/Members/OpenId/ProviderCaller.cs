using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Klapphaus.Server.Start;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Members.OpenId;

/// <summary>Who somebody is in the house by what the identity provider says of them. Nothing but name, affiliation and role is taken from it.</summary>
static class ProviderCaller
{
    public const string Issuer = "iss";
    public const string Subject = "sub";
    public const string Name = "name";
    public const string GivenName = "given_name";
    public const string FamilyName = "family_name";
    public const string UserName = "preferred_username";

    const int IdDigits = 32;

    /// <summary>The caller, or why there is none: the provider gives no name, or one that cannot be shown or would mislead.</summary>
    /// <param name="person">The claims of a token that was found to be good.</param>
    /// <param name="options">Which of them mean something here.</param>
    public static (Caller? Caller, ErrorCode Error) Read(ClaimsPrincipal person, HouseOptions options)
    {
        if (person.FindFirstValue(Issuer) is not { Length: > 0 } issuer || person.FindFirstValue(Subject) is not { Length: > 0 } subject) return (null, ErrorCode.SignInFailed);
        RoleRules.TryRead(options.OpenIdRoles, out var rules);
        var role = rules.Of(person);
        // the user name comes last: with many providers it is a mail address, which is not for everybody's eyes
        string?[] names = [person.FindFirstValue(Name), $"{person.FindFirstValue(GivenName)} {person.FindFirstValue(FamilyName)}", person.FindFirstValue(UserName)];
        if (names.Select(PersonName.Clean).FirstOrDefault(name => name is not null) is not { } name) return (null, ErrorCode.NameUnusable);
        if (NameShape.Misleads(name, role)) return (null, ErrorCode.NameTaken);
        var caller = new Caller(IdOf(issuer, subject), name, Affiliation(person.FindFirstValue(options.OpenIdAffiliationClaim)), Roles.Name(role))
        {
            Origin = Caller.OpenIdOrigin,
            Verified = true,
        };
        return (caller, ErrorCode.None);
    }

    /// <summary>Always the same for one account, and tells nobody which.</summary>
    static string IdOf(string issuer, string subject) =>
        "o" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")))[..IdDigits];

    /// <summary>Nobody is kept out for a long or an odd one: it is cut, or left out.</summary>
    static string Affiliation(string? given)
    {
        if (PersonName.CleanAffiliation(given) is { } whole) return whole;
        var letters = new StringInfo(given!);
        if (letters.LengthInTextElements <= PersonName.MaxAffiliation) return "";
        return PersonName.CleanAffiliation(letters.SubstringByTextElements(0, PersonName.MaxAffiliation - 1).TrimEnd() + "…") ?? "";
    }
}
