using Klapphaus.Grains.Stands;
using Klapphaus.Server.Web;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>What visitors have left, as entries for address books.</summary>
static class Contacts
{
    /// <summary>The cards that a stand has, and those who have asked and said how to reach them. Who wants to be answered in the house has given nothing for an address book.</summary>
    public static IEnumerable<VCard> OfStand(LeftThings left, TimeZoneInfo zone, bool german) =>
        left.Cards.Select(c => Of(c, "", zone, german)).Concat(left.Enquiries.Where(e => e.Reach.Length > 0).Select(e => Of(e, zone, german)));

    /// <param name="card">What was handed over.</param>
    /// <param name="called">What its owner is called, where the card does not say so.</param>
    /// <param name="zone">Of the house's clock on the wall.</param>
    /// <param name="german">The reader's language; else it is English.</param>
    public static VCard Of(HandedCardState card, string called, TimeZoneInfo zone, bool german)
    {
        var (inGerman, inEnglish) = CardViews.Words(card.Wording);
        var consent = $"{Number(card.Id, german)}{(german ? "Einwilligung am" : "Consent on")} {EnquiryTable.Moment(card.Consent, zone)}: {(german ? inGerman : inEnglish)}";
        var shown = card.Card;
        var name = First(shown.Name, called, shown.Email, shown.Affiliation, shown.Telephone, german ? "Ohne Namen" : "Without a name");
        return new(card.Id, name, shown.Affiliation, shown.Email, shown.Telephone, shown.Note.Length > 0 ? $"{shown.Note}\n\n{consent}" : consent, card.Consent);
    }

    static VCard Of(EnquiryState enquiry, TimeZoneInfo zone, bool german)
    {
        var consent = german
            ? $"Einwilligung am {EnquiryTable.Moment(enquiry.Asked, zone)}: für die Antwort auf diese Frage."
            : $"Consent on {EnquiryTable.Moment(enquiry.Asked, zone)}: for the answer to this question.";
        consent = Number(enquiry.Id, german) + consent;
        var isMail = enquiry.CallBack == CallBack.Email;
        return new(enquiry.Id, enquiry.Name, "", isMail ? enquiry.Reach : "", isMail ? "" : enquiry.Reach, $"{enquiry.Question}\n\n{consent}", enquiry.Asked);
    }

    /// <summary>By which the house tells what was taken back.</summary>
    static string Number(string id, bool german) => german ? $"Nummer {id}.\n" : $"Number {id}.\n";

    static string First(params string[] words) => Array.Find(words, w => w.Length > 0)!;
}
