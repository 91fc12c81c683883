namespace Klapphaus.World.Plans;

/// <summary>The words for each fault: what is wrong and what to do, in German and English.</summary>
static class FaultTexts
{
    public static (string German, string English) Of(PlanFaultKind kind) => kind switch
    {
        PlanFaultKind.TooLarge => (
            "Die Datei ist größer als {0} MB. Ist es wirklich ein Raumplan?",
            "The file is larger than {0} MB. Is it really a floor plan?"),
        PlanFaultKind.NotJson => (
            "Die Datei ist kein gültiges JSON: Fehler in Zeile {0}, Spalte {1}. Bitte in Tiled öffnen und neu als .tmj speichern.",
            "The file is not valid JSON: error in line {0}, column {1}. Open it in Tiled and save it again as .tmj."),
        PlanFaultKind.NotATiledMap => (
            "Die Datei ist keine Tiled-Karte. Erwartet wird eine Karte (type \"map\" mit layers), kein Tileset und keine Vorlage.",
            "The file is not a Tiled map. A map is expected (type \"map\" with layers), not a tileset or a template."),

        PlanFaultKind.NotOrthogonal => (
            "Die Ausrichtung ist „{0}“. In Tiled unter Karte > Karteneigenschaften „Orthogonal“ wählen.",
            "The orientation is \"{0}\". Choose \"Orthogonal\" in Tiled under Map > Map Properties."),
        PlanFaultKind.Infinite => (
            "Die Karte ist unendlich. In Tiled unter Karte > Karteneigenschaften den Haken bei „Unendlich“ entfernen.",
            "The map is infinite. Clear \"Infinite\" in Tiled under Map > Map Properties."),
        PlanFaultKind.SizeOutOfRange => (
            "Der Raum ist {0} × {1} Felder groß. Erlaubt sind {2} bis {3} Felder je Seite.",
            "The room measures {0} × {1} tiles. Each side may have {2} to {3} tiles."),
        PlanFaultKind.TileSizeUnusable => (
            "Ein Feld ist {0} × {1} Pixel groß. Felder müssen quadratisch sein, mit 8 bis 256 Pixeln.",
            "A tile measures {0} × {1} pixels. Tiles must be square, with 8 to 256 pixels."),
        PlanFaultKind.NameMissing => (
            "Der deutsche Name fehlt. Bitte die Eigenschaft „name“ angeben (englisch: „name.en“).",
            "The German name is missing. Set the property \"name\" (in English: \"name.en\")."),
        PlanFaultKind.KindUnknown => (
            "Die Art „{0}“ gibt es nicht. Die Eigenschaft „kind“ der Karte muss eine von diesen sein: {1}.",
            "There is no kind \"{0}\". The map's property \"kind\" must be one of: {1}."),
        PlanFaultKind.CapacityMissing => (
            "Es fehlt, wie viele Personen der Raum fasst. Bitte die Eigenschaft „capacity“ der Karte angeben (1 bis {0}).",
            "It is not said how many people the room takes. Set the map's property \"capacity\" (1 to {0})."),
        PlanFaultKind.CapacityOutOfRange => (
            "„capacity“ ist {0}. Erlaubt ist eine ganze Zahl von {1} bis {2}.",
            "\"capacity\" is {0}. A whole number from {1} to {2} is allowed."),
        PlanFaultKind.TextUnusable => (
            "Der Text in „{0}“ ist unbrauchbar. Erlaubt sind bis zu {1} Zeichen ohne Zeilenumbrüche und Steuerzeichen.",
            "The text in \"{0}\" cannot be used. Up to {1} characters without line breaks and control characters are allowed."),
        PlanFaultKind.IdUnusable => (
            "Die Kennung „{0}“ ist unbrauchbar. Erlaubt sind 1 bis 40 Zeichen: a-z, 0-9 und der Bindestrich, der nicht am Anfang steht.",
            "The id \"{0}\" cannot be used. Allowed are 1 to 40 characters: a-z, 0-9 and the hyphen, which must not come first."),

        _ => FaultTextsOfParts.Of(kind),
    };
}
