using Lucene.Net.Tartarus.Snowball.Ext;

namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>Brings the forms of an English word together: shop, shops and shopping.</summary>
static class EnglishStem
{
    /// <param name="plain">The plain form of a word.</param>
    public static string Of(string plain)
    {
        var stemmer = new EnglishStemmer(); // it keeps what it works on, and so cannot be shared
        stemmer.SetCurrent(plain);
        stemmer.Stem();
        return stemmer.Current;
    }
}
