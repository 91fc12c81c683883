namespace Klapphaus.World.Plans;

/// <summary>The words for what is wrong with the house as a whole.</summary>
static class FaultTextsOfHouse
{
    public static (string German, string English) Of(PlanFaultKind kind) => kind switch
    {
        PlanFaultKind.NotAHouse => (
            "Die Datei beschreibt kein Haus. Erwartet wird ein JSON-Objekt mit name, language, start und rooms.",
            "The file does not describe a house. A JSON object with name, language, start and rooms is expected."),
        PlanFaultKind.LanguageUnknown => (
            "Die Sprache „{0}“ gibt es hier nicht. Bitte „de“ oder „en“ angeben.",
            "There is no language \"{0}\" here. Write \"de\" or \"en\"."),
        PlanFaultKind.RoomListUnusable => (
            "Eintrag {0} in „rooms“ ist unbrauchbar. Erwartet wird ein Objekt mit „file“, zum Beispiel \"foyer.tmj\".",
            "Item {0} of \"rooms\" cannot be used. An object with \"file\" is expected, for example \"foyer.tmj\"."),
        PlanFaultKind.RoomTwice => (
            "Den Raum „{0}“ gibt es mehrmals. Bitte einen Eintrag oder eine Datei entfernen oder umbenennen.",
            "The room \"{0}\" is there more than once. Remove or rename an item or a file."),
        PlanFaultKind.FileMissing => (
            "Die Datei „{0}“ fehlt. Bitte neben house.json ablegen oder den Eintrag entfernen.",
            "The file \"{0}\" is missing. Put it beside house.json or remove the item."),
        PlanFaultKind.NoRooms => (
            "Das Haus hat keinen Raum. Bitte mindestens einen Plan (.tmj) neben house.json ablegen.",
            "The house has no room. Put at least one plan (.tmj) beside house.json."),
        PlanFaultKind.StartRoomMissing => (
            "Den Startraum „{0}“ gibt es nicht. Vorhanden sind: {1}.",
            "There is no start room \"{0}\". There are: {1}."),
        PlanFaultKind.DoorToNoRoom => (
            "Die Tür führt in den Raum „{0}“, den es nicht gibt. Vorhanden sind: {1}.",
            "The door leads to the room \"{0}\", which does not exist. There are: {1}."),
        PlanFaultKind.DoorToNoEntry => (
            "Die Tür führt zum Eingang „{1}“, den es im Raum „{0}“ nicht gibt. Vorhanden sind: {2}.",
            "The door leads to the entry \"{1}\", which the room \"{0}\" does not have. There are: {2}."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A fault without words."),
    };
}
