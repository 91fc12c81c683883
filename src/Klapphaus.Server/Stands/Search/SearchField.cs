namespace Klapphaus.Server.Stands.Search;

/// <summary>Where a word was found, from what says most to what says least.</summary>
enum SearchField
{
    Title,
    Topics,
    Challenges,
    Solutions,
    Line,
    Text,
}
