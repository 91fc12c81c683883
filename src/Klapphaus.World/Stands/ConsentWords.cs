namespace Klapphaus.World.Stands;

/// <summary>
/// The words that somebody agrees to when they hand over their card. A version is never changed once somebody may have agreed to it: what they have agreed to
/// can be read back for as long as the card is kept.
/// </summary>
public static class ConsentWords
{
    /// <summary>Version of the words for a card that a stand gets.</summary>
    public const string ForStands = "stand-1";

    /// <summary>Version of the words for a card that another person gets.</summary>
    public const string ForPeople = "person-1";

    /// <summary>As they stand before the eyes; null for a version that there has never been.</summary>
    public static (string German, string English)? Of(string version) => version switch
    {
        ForStands => (
            "Ich gebe genau diese Angaben an den Stand. Sein Team darf sie lesen, in eigene Listen übernehmen und sich deswegen bei mir melden. Ich kann die Karte "
            + "jederzeit zurücknehmen: Dann wird sie hier gelöscht, und das Team erfährt, dass sie auch aus seinen Listen zu löschen ist.",
            "I give exactly this to the stand. Its team may read it, take it into lists of its own and get in touch with me about it. I can take the card back at any "
            + "time: then it is deleted here, and the team is told to delete it from its lists as well."),
        ForPeople => (
            "Ich gebe genau diese Angaben an die andere Person, wenn auch sie mir ihre Karte gibt. Sie darf sie für sich behalten und sich bei mir melden. Ich kann die "
            + "Karte jederzeit zurücknehmen: Dann wird sie in ihrer Liste gelöscht.",
            "I give exactly this to the other person, if they give me their card too. They may keep it for themselves and get in touch with me. I can take the card back "
            + "at any time: then it is deleted from their list."),
        _ => null,
    };
}
