namespace Klapphaus.Desktop.Members;

/// <summary>A sign-in at a house.</summary>
/// <param name="House">Its root.</param>
/// <param name="Token">Ends by itself some days after <paramref name="Since"/>.</param>
/// <param name="Since">When the house gave it.</param>
sealed record Credential(Uri House, AccessToken Token, DateTimeOffset Since);
