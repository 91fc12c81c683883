namespace Klapphaus.Stage;

/// <summary>What is wrong with the tokens of a provider that went wrong, or of somebody who pretends to be it.</summary>
public enum OpenIdLie
{
    None,
    ForeignIssuer,
    ForeignAudience,
    ForeignKey,
    Expired,
    OtherNonce,
}
