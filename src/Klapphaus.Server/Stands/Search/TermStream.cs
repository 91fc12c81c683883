using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Klapphaus.Server.Stands.Search;

/// <summary>Hands words to the index that have been read before.</summary>
sealed class TermStream : TokenStream
{
    readonly IReadOnlyList<string> terms;
    readonly ICharTermAttribute term;
    int next;

    public TermStream(IReadOnlyList<string> terms)
    {
        this.terms = terms;
        term = AddAttribute<ICharTermAttribute>();
    }

    public override bool IncrementToken()
    {
        if (next == terms.Count) return false;
        ClearAttributes();
        term.SetEmpty().Append(terms[next++]);
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        next = 0;
    }
}
