namespace Klapphaus.Server.Members;

/// <summary>What somebody may be in the house, as it travels on the wire.</summary>
static class Roles
{
    public const string Visitor = "visitor";
    public const string Organiser = "organiser";
}
