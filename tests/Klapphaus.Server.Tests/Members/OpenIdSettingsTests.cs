using System.Security.Claims;
using Klapphaus.Server.Members.OpenId;
using Klapphaus.Server.Start;
using Klapphaus.World.Members;
using Microsoft.Extensions.Configuration;

namespace Klapphaus.Server.Tests.Members;

/// <summary>What an operator writes about the identity provider.</summary>
public sealed class OpenIdSettingsTests
{
    static readonly Dictionary<string, string?> good = new()
    {
        ["Klapphaus:OpenIdAuthority"] = "https://konto.example/realms/netz",
        ["Klapphaus:OpenIdClientId"] = "klapphaus",
        ["Klapphaus:OpenIdName"] = "Netz-Konto",
    };

    [Fact]
    public void ThreeSettingsAreEnough()
    {
        var options = Read(good);
        Assert.True(options is { HasOpenId: true, OpenIdScopes: "openid profile", OpenIdAffiliationClaim: "organization", Visitors: true });
        Assert.False(Read([]).HasOpenId);
    }

    [Theory]
    [InlineData("OpenIdAuthority", "konto.example", "https://konto.example/realms/netz")]
    [InlineData("OpenIdAuthority", "http://konto.example/", "https://konto.example/realms/netz")]
    [InlineData("OpenIdAuthority", "ftp://localhost/", "https://konto.example/realms/netz")]
    [InlineData("OpenIdAuthority", "", "OpenIdClientId")]
    [InlineData("OpenIdClientId", "", "client_id")]
    [InlineData("OpenIdName", " ", "Stadtretter")]
    [InlineData("OpenIdScopes", "profile", "openid")]
    [InlineData("OpenIdRoles", "vorstand:organiser", "groups=vorstand:organiser")]
    [InlineData("OpenIdRoles", "groups=vorstand", "groups=vorstand:organiser")]
    [InlineData("OpenIdRoles", "groups=:organiser", "groups=vorstand:organiser")]
    [InlineData("OpenIdRoles", "=vorstand:organiser", "groups=vorstand:organiser")]
    [InlineData("OpenIdRoles", "groups=vorstand:chef", "groups=vorstand:organiser")]
    [InlineData("OpenIdRoles", "groups=alle:visitor", "groups=vorstand:organiser")]
    [InlineData("Visitors", "vielleicht", "true")]
    public void SettingThatCannotBeIsSaid(string setting, string value, string words)
    {
        var fault = Assert.Throws<StartFault>(() => Read(new(good) { [$"Klapphaus:{setting}"] = value }));
        Assert.Contains($"Klapphaus:{(setting == "Visitors" ? "" : "OpenId")}", fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:8080/")]
    [InlineData("http://127.0.0.1:8080/realms/netz")]
    [InlineData("HTTPS://konto.example")]
    public void ProviderMayBeOnThisMachineWithoutACertificate(string address) =>
        Assert.True(Read(new(good) { ["Klapphaus:OpenIdAuthority"] = address }).HasOpenId);

    [Theory]
    [InlineData("", Role.Member)]
    [InlineData("groups=haus:host", Role.Host)]
    [InlineData("groups=haus:host,roles=chef:organiser , groups=alle:member", Role.Organiser)]
    [InlineData("groups=fremd:organiser", Role.Member)]
    [InlineData("groups=HAUS:host", Role.Member)] // as the provider writes it
    [InlineData("https://konto.example/claims/team=urn:team:7:moderator", Role.Moderator)]
    public void HighestRoleCounts(string rules, Role role)
    {
        var person = new ClaimsPrincipal(new ClaimsIdentity([new("groups", "alle"), new("groups", "haus"), new("roles", "chef"), new("https://konto.example/claims/team", "urn:team:7")]));
        Assert.True(RoleRules.TryRead(rules, out var read));
        Assert.Equal(role, read.Of(person));
    }

    static HouseOptions Read(Dictionary<string, string?> settings) => HouseOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
