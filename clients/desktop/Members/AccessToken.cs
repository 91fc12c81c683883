namespace Klapphaus.Desktop.Members;

/// <summary>What lets this program into the house as its member. No text shows it but the one that asks for it by name.</summary>
sealed class AccessToken(string value)
{
    /// <summary>For the house and for the vault; for nothing that somebody reads.</summary>
    public string Reveal() => value;

    public override string ToString() => "(token)";
}
