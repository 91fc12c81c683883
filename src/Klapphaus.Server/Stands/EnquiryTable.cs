using System.Globalization;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Web;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>What visitors have left at a stand, as a table for spreadsheets: a line for each question, each card, and each card that was taken back.</summary>
static class EnquiryTable
{
    /// <summary>German spreadsheets take a comma for part of a number.</summary>
    const char Separator = ';';

    static readonly string[] german =
    [
        "Art", "Nummer", "Name", "Kommune oder Organisation", "E-Mail", "Telefon", "Notiz", "Frage", "Rückruf", "Eingegangen", "Einwilligung am", "Einwilligung",
        "Beantwortet am", "Beantwortet von", "Antwort", "Zurückgenommen am",
    ];

    static readonly string[] english =
    [
        "kind", "number", "name", "affiliation", "e-mail", "telephone", "note", "question", "call back", "received", "consent on", "consent", "answered on", "answered by",
        "answer", "taken back on",
    ];

    /// <param name="left">What there is.</param>
    /// <param name="names">Of those who have answered.</param>
    /// <param name="zone">Of the house's clock on the wall.</param>
    /// <param name="inGerman">The reader's language; else it is English.</param>
    public static byte[] Of(LeftThings left, IReadOnlyDictionary<string, string> names, TimeZoneInfo zone, bool inGerman) => Spreadsheet.Write(
        Separator,
        inGerman ? german : english,
        [
            .. left.Enquiries.Select(e => Line(e, names, zone, inGerman)), .. left.Cards.Select(c => Line(c, zone, inGerman)),
            .. left.TakenBack.Select(c => Line(c, zone, inGerman)),
        ]);

    /// <summary>Names the day on the house's wall.</summary>
    public static string FileName(DateTimeOffset now, TimeZoneInfo zone, bool inGerman, string kind) =>
        $"{(inGerman ? "anfragen" : "enquiries")}-{TimeZoneInfo.ConvertTime(now, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{kind}";

    /// <summary>As spreadsheets in every language take it for a moment.</summary>
    public static string Moment(DateTimeOffset? moment, TimeZoneInfo zone) =>
        moment is { } known ? TimeZoneInfo.ConvertTime(known, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>By leaving a question the visitor agrees that it is read, and answered by the way that they name.</summary>
    static string[] Line(EnquiryState e, IReadOnlyDictionary<string, string> names, TimeZoneInfo zone, bool inGerman) =>
    [
        inGerman ? "Frage" : "question", e.Id, e.Name, "", e.CallBack == CallBack.Email ? e.Reach : "", e.CallBack == CallBack.Telephone ? e.Reach : "", "", e.Question,
        Word(e.CallBack, inGerman), Moment(e.Asked, zone), Moment(e.Asked, zone), inGerman ? "hat die Frage hinterlassen" : "has left the question", Moment(e.Answered, zone),
        e.AnsweredBy.Length == 0 ? "" : names.GetValueOrDefault(e.AnsweredBy, FieldState.Erased), e.Answer, "",
    ];

    static string[] Line(HandedCardState c, TimeZoneInfo zone, bool inGerman) =>
    [
        inGerman ? "Visitenkarte" : "card", c.Id, c.Card.Name, c.Card.Affiliation, c.Card.Email, c.Card.Telephone, c.Card.Note, "", "", Moment(c.Consent, zone),
        Moment(c.Consent, zone), inGerman ? CardViews.Words(c.Wording).German : CardViews.Words(c.Wording).English, "", "", "", "",
    ];

    static string[] Line(TakenBackCardState c, TimeZoneInfo zone, bool inGerman) =>
        [inGerman ? "Visitenkarte, zurückgenommen: bitte überall löschen" : "card, taken back: delete it everywhere", c.Id, .. Enumerable.Repeat("", 13), Moment(c.At, zone)];

    static string Word(CallBack callBack, bool inGerman) => callBack switch
    {
        CallBack.InHouse => inGerman ? "im Klapphaus ansprechen" : "talk to them in the house",
        CallBack.Email => inGerman ? "per E-Mail" : "by e-mail",
        CallBack.Telephone => inGerman ? "per Telefon" : "by telephone",
        _ => inGerman ? "schriftlich im Klapphaus" : "in writing, in the house",
    };
}
