namespace Klapphaus.World.Stands;

/// <summary>The words for each fault: which field (0), its limit (1), what is there or would do (2), in German and English.</summary>
static class StandFaultTexts
{
    public static (string German, string English) Of(StandFaultKind kind) => kind switch
    {
        StandFaultKind.FieldUnknown => (
            "„{0}“ ist kein Feld eines Stands. Bitte die Seite neu laden.",
            "\"{0}\" is not a field of a stand. Reload the page."),
        StandFaultKind.Missing => (
            "{0}: Der Text fehlt. Bitte ausfüllen.",
            "{0}: The text is missing. Fill it in."),
        StandFaultKind.TooLong => (
            "{0}: Der Text hat {2} Zeichen, erlaubt sind {1}. Bitte kürzen.",
            "{0}: The text has {2} characters, {1} are allowed. Shorten it."),
        StandFaultKind.TooMany => (
            "{0}: Mehr als {1} Einträge sind nicht möglich. Bitte zuerst einen anderen entfernen.",
            "{0}: No more than {1} entries are possible. Remove another one first."),
        StandFaultKind.Twice => (
            "{0}: „{2}“ steht schon da. Bitte den vorhandenen Eintrag ändern.",
            "{0}: \"{2}\" is there already. Change the existing entry."),

        StandFaultKind.LinkUnusable => (
            "{0}: Der Link ist unbrauchbar. Er muss mit https:// beginnen, eine Website nennen und höchstens {1} Zeichen haben.",
            "{0}: The link cannot be used. It must begin with https://, name a website and have no more than {1} characters."),
        StandFaultKind.FileUnusable => (
            "{0}: Die Datei ist unbekannt. Bitte neu hochladen.",
            "{0}: The file is unknown. Upload it again."),
        StandFaultKind.FileMisplaced => (
            "{0}: Eine Datei dieser Art passt hier nicht. Bitte ein Bild nehmen oder, wo ein Film stehen soll, einen Film.",
            "{0}: A file of this kind does not fit here. Take a picture or, where there is to be a video, a video."),
        StandFaultKind.SourceMissing => (
            "{0}: Es fehlt, was gezeigt werden soll. Bitte eine Datei hochladen oder, wo es möglich ist, einen Link angeben.",
            "{0}: What to show is missing. Upload a file or, where that is possible, give a link."),
        StandFaultKind.TwoSources => (
            "{0}: Es sind eine Datei und ein Link angegeben. Bitte eines von beiden entfernen.",
            "{0}: A file and a link are given. Remove one of them."),
        StandFaultKind.DescriptionMissing => (
            "{0}: Es fehlt, was auf dem Bild zu sehen ist. Bitte in einem Satz für alle sagen, die es nicht sehen.",
            "{0}: What the picture shows is missing. Say it in one sentence for all who do not see it."),

        StandFaultKind.LanguageUnknown => (
            "{0}: Die Sprache „{2}“ steht nicht in der Liste. Bitte eine aus der Liste wählen, zum Beispiel „de“.",
            "{0}: The language \"{2}\" is not in the list. Choose one from the list, such as \"de\"."),
        StandFaultKind.LanguageMissing => (
            "{0}: Die Sprache fehlt. Bitte sagen, in welcher Sprache es ist.",
            "{0}: The language is missing. Say in which language it is."),
        StandFaultKind.ColourUnusable => (
            "{0}: Das ist keine Farbe. Erwartet werden # und sechs Ziffern oder Buchstaben von a bis f, zum Beispiel #0a5a86.",
            "{0}: This is not a colour. Expected are # and six digits or letters from a to f, such as #0a5a86."),
        StandFaultKind.ContrastTooLow => (
            "{0}: Auf dieser Farbe ist Text nicht gut zu lesen, der Kontrast ist kleiner als 4,5:1. Die nächste, auf der er es ist: {2}.",
            "{0}: Text cannot be read well on this colour, its contrast is below 4.5:1. The nearest on which it can: {2}."),
        StandFaultKind.HoursUnreadable => (
            "{0}: Die Zeiten sind nicht zu lesen. Bitte so schreiben: Mo-Fr 08:00-18:00, Sa 10:00-14:00.",
            "{0}: The hours cannot be read. Write them like this: Mo-Fr 08:00-18:00, Sa 10:00-14:00."),

        StandFaultKind.EmailUnusable => (
            "{0}: Das ist keine E-Mail-Adresse. Bitte prüfen; sie hat höchstens {1} Zeichen.",
            "{0}: This is not an e-mail address. Check it; it has no more than {1} characters."),
        StandFaultKind.TelephoneUnusable => (
            "{0}: Das ist keine Telefonnummer. Erlaubt sind 5 bis 20 Ziffern, dazu + am Anfang, Klammern, Striche und Leerzeichen.",
            "{0}: This is not a telephone number. Allowed are 5 to 20 digits, a + in front, brackets, dashes and spaces."),
        StandFaultKind.ReachMissing => (
            "{0}: Für den Rückruf fehlt, wie jemand zu erreichen ist. Bitte angeben oder auf den Rückruf verzichten.",
            "{0}: To be called back, how to be reached is missing. Give it or do without the call."),

        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "has no words"),
    };
}
