using Klapphaus.Server.Members.OpenId;

namespace Klapphaus.Server.Start;

/// <summary>Who may come in without an invitation: those whom the network's identity provider knows, and whoever gives a name.</summary>
sealed partial class HouseOptions
{
    /// <summary>Where the identity provider is (OpenID Connect): the address before <c>/.well-known/openid-configuration</c>. Empty for none.</summary>
    public string OpenIdAuthority { get; set; } = "";

    /// <summary>By which the provider knows the house.</summary>
    public string OpenIdClientId { get; set; } = "";

    /// <summary>Empty where the provider holds the house to be a public client.</summary>
    public string OpenIdClientSecret { get; set; } = "";

    /// <summary>What people call the account: "Sign in with ...".</summary>
    public string OpenIdName { get; set; } = "";

    /// <summary>What the house asks to be told, separated by spaces.</summary>
    public string OpenIdScopes { get; set; } = "openid profile";

    /// <summary>The claim that names somebody's town or company.</summary>
    public string OpenIdAffiliationClaim { get; set; } = "organization";

    /// <summary>Which claims give which role (<c>groups=vorstand:organiser, groups=haus:moderator</c>); who has none of them is a member.</summary>
    public string OpenIdRoles { get; set; } = "";

    /// <summary>Whoever gives a name may come in.</summary>
    public bool Visitors { get; set; } = true;

    public bool HasOpenId => OpenIdAuthority.Length > 0;

    void CheckOpenId()
    {
        if (!HasOpenId)
        {
            if (OpenIdClientId.Length > 0) throw Fault("Klapphaus:OpenIdAuthority=", "die Adresse des Anbieters (OpenIdClientId ist gesetzt)", "the provider's address (OpenIdClientId is set)");
            return;
        }
        if (!Uri.TryCreate(OpenIdAuthority, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback))
            throw Fault($"Klapphaus:OpenIdAuthority={OpenIdAuthority}", "eine Adresse wie https://konto.example/realms/netz", "an address such as https://konto.example/realms/netz");
        if (OpenIdClientId.Length == 0)
            throw Fault("Klapphaus:OpenIdClientId=", "die Kennung, unter der der Anbieter das Haus kennt (client_id)", "the id by which the provider knows the house (client_id)");
        if (string.IsNullOrWhiteSpace(OpenIdName))
            throw Fault("Klapphaus:OpenIdName=", "was auf dem Knopf nach „Mit“ steht, etwa Stadtretter-Konto", "what the button says after “Sign in with”, such as Stadtretter account");
        if (!OpenIdScopes.Split(' ').Contains("openid"))
            throw Fault($"Klapphaus:OpenIdScopes={OpenIdScopes}", "openid, und mit Leerzeichen getrennt mehr, etwa openid profile", "openid, and more separated by spaces, such as openid profile");
        if (!RoleRules.TryRead(OpenIdRoles, out _))
            throw Fault(
                $"Klapphaus:OpenIdRoles={OpenIdRoles}",
                "Angaben wie groups=vorstand:organiser, durch Komma getrennt; Rollen sind member, host, moderator und organiser",
                "rules such as groups=vorstand:organiser, separated by commas; roles are member, host, moderator and organiser");
    }
}
