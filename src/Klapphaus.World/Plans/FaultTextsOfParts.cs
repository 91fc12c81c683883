namespace Klapphaus.World.Plans;

/// <summary>The words for what is wrong with layers and objects.</summary>
static class FaultTextsOfParts
{
    public static (string German, string English) Of(PlanFaultKind kind) => kind switch
    {
        PlanFaultKind.LayerMissing => (
            "Die Ebene fehlt. Bitte eine {0} mit diesem Namen anlegen; sie darf leer sein.",
            "The layer is missing. Add {1} of this name; it may be empty."),
        PlanFaultKind.LayerTwice => (
            "Es gibt mehrere Ebenen mit diesem Namen. Bitte zusammenführen oder umbenennen.",
            "There are several layers of this name. Merge or rename them."),
        PlanFaultKind.LayerOfWrongKind => (
            "Die Ebene hat die falsche Art. Sie muss eine {0} sein.",
            "The layer is of the wrong kind. It must be {1}."),
        PlanFaultKind.LayerSizeDiffers => (
            "Die Ebene ist nicht so groß wie die Karte ({0} × {1} Felder). In Tiled über Karte > Kartengröße ändern neu festlegen.",
            "The layer is not as large as the map ({0} × {1} tiles). Set it again in Tiled by Map > Resize Map."),
        PlanFaultKind.LayerDisplaced => (
            "Die Ebene oder eine Gruppe darüber ist verschoben. Bitte den Versatz (Offset) auf 0 setzen.",
            "The layer or a group above it is displaced. Set its offset to 0."),
        PlanFaultKind.CompressionUnknown => (
            "Die Ebene ist als „{0}“ gespeichert, das hier nicht gelesen wird. In Tiled unter Karteneigenschaften als Format "
            + "CSV oder Base64 (unkomprimiert, gzip, zlib) wählen.",
            "The layer is stored as \"{0}\", which is not read here. Choose CSV or Base64 (uncompressed, gzip, zlib) as the "
            + "tile layer format in Tiled's map properties."),
        PlanFaultKind.DataUnreadable => (
            "Die Felder der Ebene sind nicht lesbar. Bitte in Tiled öffnen und neu speichern.",
            "The tiles of the layer cannot be read. Open the map in Tiled and save it again."),
        PlanFaultKind.TooManyObjects => (
            "Die Ebene hat mehr als {0} Objekte. Bitte den Raum teilen.",
            "The layer has more than {0} objects. Split the room."),

        PlanFaultKind.NotARectangle => (
            "Das Objekt ist kein gerades Rechteck mit Breite und Höhe. Ellipsen, Vielecke, Texte, Vorlagen und Drehungen werden nicht gelesen.",
            "The object is not an upright rectangle with width and height. Ellipses, polygons, texts, templates and rotations are not read."),
        PlanFaultKind.OutsideRoom => (
            "Das Objekt liegt nicht ganz im Raum. Bitte verschieben oder verkleinern.",
            "The object is not wholly inside the room. Move it or make it smaller."),
        PlanFaultKind.ClassUnknown => (
            "Die Klasse „{0}“ gibt es hier nicht. Erlaubt: {1}.",
            "There is no class \"{0}\" here. Allowed: {1}."),
        PlanFaultKind.IdTwice => (
            "Die Kennung „{0}“ ist schon vergeben. Bitte das Objekt umbenennen oder ihm eine eigene Eigenschaft „id“ geben.",
            "The id \"{0}\" is already taken. Rename the object or give it a property \"id\" of its own."),
        PlanFaultKind.NumberUnusable => (
            "Die Nummer „{0}“ ist unbrauchbar. Stände und Tische brauchen eine Eigenschaft „number“ von 1 bis {1}.",
            "The number \"{0}\" cannot be used. Stands and tables need a property \"number\" from 1 to {1}."),
        PlanFaultKind.NumberTwice => (
            "Die Nummer {0} ist in diesem Raum schon vergeben. Bitte eine andere wählen.",
            "The number {0} is already taken in this room. Choose another."),
        PlanFaultKind.ColourUnusable => (
            "Die Farbe „{0}“ ist unbrauchbar. Erlaubt ist #rrggbb, zum Beispiel #1f6f8b.",
            "The colour \"{0}\" cannot be used. Write #rrggbb, for example #1f6f8b."),
        PlanFaultKind.AreasOverlap => (
            "Der Bereich überschneidet sich mit {0}. Stände und Tische dürfen sich nicht überdecken.",
            "The area overlaps with {0}. Stands and tables must not cover each other."),
        PlanFaultKind.Blocked => (
            "Hier ist alles mit Wand oder Möbeln zugestellt. Bitte mindestens ein Feld frei lassen.",
            "Walls or furniture take all of it. Leave at least one tile free."),
        PlanFaultKind.DoorTargetMissing => (
            "Die Tür führt nirgendwohin. Bitte die Eigenschaften „room“ und „entry“ angeben.",
            "The door leads nowhere. Set the properties \"room\" and \"entry\"."),
        PlanFaultKind.EntryMissing => (
            "Der Raum hat keinen Eingang. Bitte mindestens ein Rechteck oder einen Punkt anlegen.",
            "The room has no entry. Add at least one rectangle or point."),
        PlanFaultKind.DefaultEntryMissing => (
            "Kein Eingang ist der übliche. Bitte bei genau einem die Eigenschaft „default“ (bool) einschalten.",
            "No entry is the default one. Switch on the property \"default\" (bool) at exactly one."),
        PlanFaultKind.DefaultEntryTwice => (
            "Mehr als ein Eingang ist der übliche. Bitte die Eigenschaft „default“ nur bei einem einschalten.",
            "More than one entry is the default one. Switch on the property \"default\" at one only."),
        PlanFaultKind.Unreachable => (
            "Vom üblichen Eingang kommt man nicht hierher. Bitte Wände oder Möbel öffnen.",
            "One cannot walk here from the default entry. Open walls or furniture."),

        _ => FaultTextsOfHouse.Of(kind),
    };
}
