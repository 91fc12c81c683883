using Klapphaus.Server.Stands.Search.Words;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Klapphaus.Server.Stands.Search;

/// <summary>An entry as the index takes it.</summary>
static class EntryDocument
{
    static readonly FieldType counted = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };
    static readonly FieldType listed = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_ONLY, OmitNorms = true };

    public static Document Of(IndexedEntry entry, int number)
    {
        var document = new Document { new StringField(IndexField.Stand, entry.Stand, Field.Store.NO), new NumericDocValuesField(IndexField.Number, number) };
        foreach (var field in IndexField.All)
        {
            WordForms[] words = [.. entry.Texts.Where(t => t.Field == field.Field).SelectMany(t => t.Words).Select(w => w.Forms)];
            Add(document, field.Words, counted, words.Select(w => w.Plain));
            Add(document, field.German, counted, words.Where(w => w.Language == WordLanguage.German && w.Stem.Length > 0).Select(w => w.Stem));
            Add(document, field.English, counted, words.Where(w => w.Language == WordLanguage.English && w.Stem.Length > 0).Select(w => w.Stem));
            Add(document, field.Parts, counted, words.SelectMany(w => w.Parts));
        }
        var forms = entry.Texts.SelectMany(t => t.Words).Select(w => w.Forms).Distinct();
        Add(document, IndexField.Spelling, listed, forms.SelectMany(f => f.Parts.Append(f.Plain).Append(f.Stem)).Where(s => s.Length > 0).Distinct());
        return document;
    }

    static void Add(Document document, string name, FieldType type, IEnumerable<string> terms)
    {
        string[] all = [.. terms];
        if (all.Length > 0) document.Add(new Field(name, new TermStream(all), type));
    }
}
