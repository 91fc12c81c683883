namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>The language by whose rules a word is brought to its stem.</summary>
enum WordLanguage
{
    /// <summary>Words of other languages are found as they are written.</summary>
    Other,
    German,
    English,
}
