namespace Klapphaus.Server.Stands.Search.Words;

/// <summary>
/// The words of the network's field that compounds are made of. A compound that stands here itself (Innenstadt, Leerstand, Standort) counts as one word: who
/// looks for Stand does not mean Leerstand. Forms that only stand within compounds (Miet-, Wohn-) are listed as they stand there.
/// </summary>
static class FieldWords
{
    /// <summary>As they are written, in small letters.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        // the town
        "stadt", "städte", "innenstadt", "innenstädte", "altstadt", "kleinstadt", "mittelstadt", "großstadt", "vorstadt", "city", "zentrum", "zentren", "ort",
        "orts", "dorf", "quartier", "viertel", "kern", "mitte", "straße", "straßen", "gasse", "platz", "plätze", "markt", "märkte", "brücke", "ufer",
        "garten", "gärten", "grün", "baum", "bäume", "wald", "wasser", "klima", "hitze", "energie", "raum", "räume", "freiraum", "fläche", "flächen",
        "gebiet", "zone", "region", "regional", "land", "kreis", "gemeinde", "kommune", "kommunen", "kommunal", "bund", "bundes", "landes", "europa", "welt",
        "heimat", "umwelt",
        // empty and full again
        "leerstand", "leerstände", "standort", "nutzung", "umnutzung", "zwischennutzung", "nachnutzung", "nachmieter", "mieter", "vermieter", "vermietung",
        "miete", "miet", "pacht", "immobilie", "immobilien", "eigentum", "eigentümer", "gebäude", "haus", "häuser", "hof", "laden", "läden", "geschäft",
        "geschäfte", "lokal", "fenster", "schaufenster", "fassade", "fassaden", "denkmal", "bau", "umbau", "neubau", "bauern", "sanierung", "wohnung",
        "wohnungen", "wohn", "wohnen", "büro", "werkstatt", "stätte", "halle", "hallen", "etage", "lager", "atelier", "coworking", "popup", "store",
        // trade
        "handel", "handels", "einzelhandel", "großhandel", "fachhandel", "händler", "kauf", "kaufhaus", "kaufhäuser", "warenhaus", "einkauf", "verkauf",
        "verkäufer", "ware", "waren", "kunde", "kunden", "gast", "gäste", "gastronomie", "gewerbe", "handwerk", "handwerker", "wirtschaft", "wirt",
        "unternehmen", "unternehmer", "betrieb", "betriebe", "firma", "firmen", "gründer", "gründung", "start", "filiale", "filialen", "sortiment", "umsatz",
        "zahlung", "kasse", "gutschein", "rabatt", "bonus", "online", "internet", "digital", "shop", "logistik", "liefer", "lieferung", "dienst", "dienste",
        "service", "leistung", "nahversorgung", "versorgung",
        // people who come
        "besucher", "passant", "passanten", "frequenz", "messung", "mess", "zähl", "zähler", "zählung", "sensor", "sensoren", "kamera", "daten", "analyse",
        "statistik", "umfrage", "befragung", "studie", "bericht", "prognose", "tourismus", "touristik", "hotel", "kultur", "kunst", "musik", "kino",
        "theater", "museum", "fest", "feste", "festival", "event", "events", "veranstaltung", "veranstaltungen", "aktion", "aktionen", "messe", "woche",
        "wochen", "wochenende", "abend", "nacht", "tag", "tage", "weihnacht", "weihnachten", "weihnachts", "advent", "sommer", "winter", "ostern", "oster",
        "licht", "lichter", "beleuchtung", "spiel", "spiele", "sport", "kind", "kinder", "jugend", "jugendliche", "familie", "familien", "senioren", "frauen",
        "bürger", "mensch", "menschen", "nachbar", "nachbarn", "nachbarschaft",
        // how one gets there
        "verkehr", "mobilität", "rad", "fahrrad", "auto", "bus", "bahn", "fuß", "fußgänger", "gänger", "weg", "wege", "park", "parken", "parkplatz",
        "barriere", "freiheit",
        // what is done about it
        "management", "manager", "marketing", "konzept", "konzepte", "strategie", "strategien", "projekt", "projekte", "programm", "programme", "plan",
        "pläne", "planung", "entwicklung", "entwickler", "gestaltung", "belebung", "wiederbelebung", "aufwertung", "förderung", "förder", "fördern", "mittel",
        "fonds", "finanz", "finanzierung", "steuer", "recht", "rechts", "gesetz", "satzung", "vertrag", "verträge", "beratung", "berater", "bildung",
        "schule", "hochschule", "schulung", "fortbildung", "akademie", "beteiligung", "verwaltung", "amt", "ämter", "rat", "rathaus", "bürgermeister",
        "verein", "vereine", "verband", "gemeinschaft", "genossenschaft", "initiative", "partner", "partnerschaft", "kooperation", "netz", "netzwerk",
        "netzwerke", "allianz", "akteur", "akteure", "börse", "plattform", "portal", "kataster", "register", "monitoring", "app", "software", "system",
        "systeme", "technik", "modell", "muster", "check", "checkliste", "liste", "leitfaden", "leit", "bild", "bilder", "karte", "karten", "stand", "stände",
        "standard", "werbung", "werbe", "presse", "medien", "film", "foto", "preis", "wettbewerb", "ideen", "idee", "lösung", "lösungen", "hilfe", "hilfen",
        "transport", "schutz", "sicherheit", "sauberkeit", "ordnung", "möbel", "mobiliar", "material", "pflege", "arbeit", "arbeits", "zentrale", "stelle",
        "stellen",
    ];
}
