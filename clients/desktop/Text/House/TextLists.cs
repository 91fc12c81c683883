using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>What there is, each in one sentence. The lists of both surfaces.</summary>
sealed class TextLists(TextHouse house)
{
    /// <summary>So many names are told of those whom somebody talks with.</summary>
    const int MostNames = 3;

    readonly TextWords words = house.Words;

    /// <summary>"Foyer: 3 Personen. Sie sind hier."</summary>
    public string Room(RoomSummary room)
    {
        var isHere = room.Id == house.Picture.Room?.Id;
        // The list is told every few seconds; who is here with oneself is known at once.
        var count = isHere ? house.Picture.People.Length : room.People;
        var full = room.Capacity > 0 && count >= room.Capacity ? $", {words.Say("rooms.full")}" : "";
        var here = isHere ? $" {words.Say("rooms.here")}." : "";
        return $"{words.Named(room.Names)}: {words.Say("rooms.people", ("count", count))}{full}.{here}";
    }

    /// <summary>"Bo Berger, Stadt Ulm: spricht mit Cem; 3 Meter im Norden."</summary>
    public string Person(PersonView person)
    {
        var what = string.Join(", ", Doing(person).Where(part => part.Length > 0));
        var where = house.Picture.At(person.Handle) is { } place ? Compass.Where(words, house.Picture.Own, place) : words.Say("text.outOfSight");
        return $"{Name(person)}: {(what.Length > 0 ? what + "; " : "")}{where}.";
    }

    /// <summary>"Bo Berger, Stadt Ulm (Moderation)".</summary>
    public string Name(PersonView person)
    {
        var member = person.Member;
        var name = member.Affiliation.Length > 0 ? $"{TerminalText.Line(member.Name)}, {TerminalText.Line(member.Affiliation)}" : TerminalText.Line(member.Name);
        return member.Role is "host" or "moderator" or "organiser" ? $"{name} ({words.Say($"role.{member.Role}")})" : name;
    }

    /// <summary>"Stand 7, Stadt Weimar: Läden auf Zeit; 12 Meter im Osten."</summary>
    public string Area(AreaView area)
    {
        var detail = house.StandIn(area.Id) is { } stand ? house.Place.Detail(stand) : "";
        return $"{house.Place.Title(area)}: {(detail.Length > 0 ? detail + "; " : "")}{Away(PlanPlaces.Contains(area, house.Picture.Own) ? house.Picture.Own : PlanPlaces.Middle(area))}.";
    }

    public string Door(DoorView door) => $"{house.Place.Title(door)}: {Away(PlanPlaces.Middle(door))}.";

    /// <summary>Stands, tables and stages of the room by number, then the doors.</summary>
    public IReadOnlyList<AreaView> Areas =>
        house.Picture.Plan is { } plan ? [.. plan.Areas.Where(area => area.Kind is "stand" or "table" or "stage").OrderBy(area => area.Kind == "stand" ? 0 : 1).ThenBy(area => area.Number)] : [];

    public IReadOnlyList<DoorView> Doors => house.Picture.Plan?.Doors ?? [];

    /// <summary>Where one is, and what is around.</summary>
    public IReadOnlyList<string> WhereAmI()
    {
        var picture = house.Picture;
        if (picture.Room is not { } room || picture.Plan is not { } plan)
            return [words.Say("text.noRoom")];
        var people = picture.InSight().Where(seen => seen.Handle != picture.Handle && seen.Person is not null).Select(seen => (TerminalText.Line(seen.Person!.Member.Name), seen.Position));
        var talk = house.TalkTitle;
        var lines = house.Place.WhereAmI(room, plan, picture.Own, people);
        return talk.Length > 0 ? [.. lines, talk + "."] : lines;
    }

    /// <summary>What was written in the conversation, numbered from 1 for whoever takes a text back.</summary>
    public IReadOnlyList<string> Texts()
    {
        var texts = house.Texts;
        return texts.Length == 0 ? [words.Say("talk.logEmpty")] : [.. texts.Select((text, index) => $"{index + 1}. {text.Sentence}")];
    }

    IEnumerable<string> Doing(PersonView person)
    {
        var picture = house.Picture;
        if (person.Availability is "busy" or "away")
            yield return words.Say($"talk.availability.{person.Availability}");
        // One's own conversation is told at once, those of the room when there is time.
        if (house.Talk?.People.Any(each => each.Handle == person.Handle) == true)
            yield return words.Say("text.talksWithYou");
        else if (Array.Find(picture.Conversations, each => each.People.Contains(person.Handle)) is { } talk)
            yield return TalksWith(talk, person.Handle);
        else if (picture.At(person.Handle) is not null && !picture.Stands(person.Handle))
            yield return words.Say("text.walks");
    }

    string TalksWith(ConversationView talk, int handle)
    {
        // Where one is in it no more, that is known already, too.
        var others = talk.People.Where(other => other != handle && other != house.Picture.Handle).ToList();
        if (others.Count == 0)
            return "";
        List<string> names = [.. others.Take(MostNames).Select(house.NameOf)];
        if (others.Count > MostNames)
            names.Add(words.Say("talk.more", ("count", others.Count - MostNames)));
        return words.Say("text.talksWith", ("names", words.Enumerate(names)));
    }

    string Away(Position place) => Compass.Where(words, house.Picture.Own, place);
}
