namespace Klapphaus.Desktop.Text;

/// <summary>Roles from the least to the most. The house decides who may do what; here it only says what is offered.</summary>
static class Ranks
{
    static readonly string[] roles = ["visitor", "guest", "member", "host", "moderator", "organiser"];

    /// <summary>Keeps the house civil.</summary>
    public static bool IsModerator(string role) => Of(role) >= Of("moderator");

    /// <summary>Nobody of their own rank or above.</summary>
    public static bool MayModerate(string by, string whom) => IsModerator(by) && Of(by) > Of(whom);

    static int Of(string role) => Math.Max(0, Array.IndexOf(roles, role));
}
