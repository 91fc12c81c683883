using Klapphaus.Desktop.Settings;

namespace Klapphaus.Desktop.Members;

/// <summary>The link of an invitation: <c>https://haus.example/#invitation=…</c>. Whoever has it comes in, so it is not printed either.</summary>
sealed class InvitationLink
{
    const string Field = "invitation=";
    const int Longest = 4_000;

    InvitationLink(Uri house, string invitation) => (House, Invitation) = (house, invitation);

    public Uri House { get; }

    /// <summary>The text after <c>#invitation=</c>.</summary>
    public string Invitation { get; }

    public override string ToString() => $"{House}#invitation=(secret)";

    /// <summary>Null for what is none.</summary>
    public static InvitationLink? Read(string text)
    {
        if (text.Length > Longest || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link)) return null;
        var invitation = Array.Find(link.Fragment.TrimStart('#').Split('&'), part => part.StartsWith(Field, StringComparison.Ordinal))?[Field.Length..];
        if (string.IsNullOrEmpty(invitation)) return null;
        var house = new UriBuilder(link) { Query = "", Fragment = "" }.Uri;
        return DesktopSettings.IsHouse(house) ? new(house, Uri.UnescapeDataString(invitation)) : null;
    }
}
