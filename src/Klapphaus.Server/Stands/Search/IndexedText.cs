using Klapphaus.Server.Stands.Search.Words;

namespace Klapphaus.Server.Stands.Search;

/// <summary>A text of an entry with the words that were read in it.</summary>
sealed record IndexedText(SearchField Field, string Text, Word[] Words);
