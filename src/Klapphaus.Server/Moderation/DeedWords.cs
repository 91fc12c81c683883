using Klapphaus.Grains.Moderation;
using Klapphaus.Server.Conversations;

namespace Klapphaus.Server.Moderation;

/// <summary>What moderators did, in the words in which the web client tells it.</summary>
static class DeedWords
{
    public static string Of(Deed deed, bool german)
    {
        var (de, en) = Words(deed);
        return german ? de : en;
    }

    static (string German, string English) Words(Deed deed) => deed switch
    {
        Deed.Muted => ("stummgeschaltet", "muted"),
        Deed.Unmuted => ("wieder zu hören", "heard again"),
        Deed.MutedAll => ("alle stummgeschaltet", "everybody muted"),
        Deed.Hidden => ("Kamera ausgeschaltet", "camera switched off"),
        Deed.Shown => ("Kamera erlaubt", "camera allowed"),
        Deed.AskedToSpeak => ("ums Wort gebeten", "asked to speak"),
        Deed.Warned => ("verwarnt", "warned"),
        Deed.Moved => ("umgestellt", "put elsewhere"),
        Deed.Removed => ("aus dem Raum genommen", "taken out of the room"),
        Deed.Sent => ("in einen anderen Raum geschickt", "sent to another room"),
        Deed.BannedFromRoom => ("vom Raum ausgeschlossen", "banned from the room"),
        Deed.PardonedInRoom => ("im Raum wieder zugelassen", "let into the room again"),
        Deed.BannedFromHouse => ("vom Haus ausgeschlossen", "banned from the house"),
        Deed.PardonedInHouse => ("im Haus wieder zugelassen", "let into the house again"),
        Deed.ChangedPolicy => ("Regeln des Raums geändert", "rules of the room changed"),
        Deed.Retracted => ("Text zurückgenommen", "text taken back"),
        Deed.RemovedFromConversation => ("aus dem Gespräch genommen", "taken out of the conversation"),
        Deed.Announced => ("Ansage", "announcement"),
        Deed.SignedOut => ("abgemeldet", "signed out"),
        Deed.AnsweredReport => ("Meldung beantwortet", "report answered"),
        Deed.AnsweredObjection => ("Widerspruch beantwortet", "objection answered"),
        Deed.TurnedAway => ("nicht eingelassen", "not let in"),
        Deed.ConfirmedBan => ("Ausschluss bestätigt", "ban confirmed"),
        Deed.DeclinedBan => ("Ausschluss nicht bestätigt", "ban not confirmed"),
        Deed.TookDownStand => ("Stand oder Unterlage offline genommen", "stand or material taken offline"),
        Deed.PutBackStand => ("Stand oder Unterlage wieder gezeigt", "stand or material shown again"),
        // of a process of another version
        _ => (TalkViews.Word(deed), TalkViews.Word(deed)),
    };
}
