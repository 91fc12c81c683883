using System.Collections.Frozen;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;

namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>Words like <c>der</c> and <c>the</c>, by which nothing is found as long as there are others.</summary>
static class StopWords
{
    static readonly FrozenSet<string> all = GermanAnalyzer.DefaultStopSet.Concat(EnglishAnalyzer.DefaultStopSet).Select(WordReader.PlainOf).ToFrozenSet();

    /// <param name="plain">The plain form of a word.</param>
    public static bool Contains(string plain) => all.Contains(plain);
}
