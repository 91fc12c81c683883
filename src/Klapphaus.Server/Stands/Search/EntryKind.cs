namespace Klapphaus.Server.Stands.Search;

/// <summary>What was found.</summary>
enum EntryKind
{
    Stand,
    Material,
}
