namespace Klapphaus.Server.Web;

/// <summary>One entry of an address book; what is empty is not in it.</summary>
/// <param name="Id">32 hexadecimal digits, the same for the same entry.</param>
/// <param name="Name">By what it is found.</param>
/// <param name="Organisation">Town or organisation.</param>
/// <param name="Email">One address.</param>
/// <param name="Telephone">One number.</param>
/// <param name="Note">On several lines.</param>
/// <param name="Consent">The moment in which its owner agreed to it.</param>
sealed record VCard(string Id, string Name, string Organisation, string Email, string Telephone, string Note, DateTimeOffset Consent);
