using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// The room: who comes and goes, and how the line is.
public sealed partial class TextHouse
{
    /// <summary>In a room with more people nobody wants to read of each who comes or goes.</summary>
    const int MostToldApart = 25;

    readonly Dictionary<int, PersonView> known = [];
    // Also of those who have gone: their last words and their going may come after that.
    readonly Dictionary<int, string> names = [];
    (string Room, HashSet<string> People)? lostIn;
    string room = "", shownAs = "";
    int own = -1;
    long arrivals;

    /// <summary>How often one has come into a room, as far as it was told here.</summary>
    public long Arrivals { get { lock (gate) return arrivals; } }

    /// <summary>What somebody in the room is called, by number; also who has just gone.</summary>
    public string NameOf(int handle)
    {
        lock (gate)
            return names.GetValueOrDefault(handle) ?? Words.Say("talk.somebody");
    }

    /// <summary>Everybody else in the room, by name.</summary>
    public IReadOnlyList<PersonView> Others =>
        [.. Picture.People.Where(person => person.Handle != Picture.Handle).OrderBy(person => Fold.Plain(person.Member.Name), StringComparer.Ordinal)];

    public void Hear(ConnectionState state)
    {
        switch (state.Status)
        {
            case ConnectionStatus.Reconnecting:
                lock (gate)
                {
                    if (lostIn is null && room.Length > 0)
                        lostIn = (room, known.Values.Select(person => person.Member.Id).ToHashSet());
                }
                Tell(NewsKind.Call, Words.Say("line.lostSaid"));
                break;
            case ConnectionStatus.SentAway when state.Code is DisconnectCode.TakenOver:
                Tell(NewsKind.Call, Words.Say("text.takenOver"));
                break;
            case ConnectionStatus.SentAway when state.Code is DisconnectCode.SessionEnded:
                Tell(NewsKind.Call, Words.Error(ErrorCode.SessionEnded));
                break;
            case ConnectionStatus.SentAway when state.Code is not DisconnectCode.Banned:
                Tell(NewsKind.Call, Words.Say("text.sentAway"));
                break;
            case ConnectionStatus.Closed when state.Error != ErrorCode.None:
                Tell(NewsKind.Call, Words.Error(state.Error));
                break;
            case ConnectionStatus.Connected when Picture.Room is null:
                lock (gate)
                    lostIn = null;
                Tell(NewsKind.Event, Words.Say("line.connected") + ".");
                break;
        }
    }

    /// <summary>The room one was in takes one back no more.</summary>
    public void Hear(ErrorCode why)
    {
        LeaveRoom();
        Tell(NewsKind.Call, $"{Words.Error(why)} {Words.Say("text.noRoom")}");
    }

    public void Hear(SentAwayEvent news)
    {
        if (news.Code != (int)DisconnectCode.Banned)
            return;
        var until = news.Until == 0 ? Words.Say("end.bannedForGood")
            : Words.Say(news.Provisional ? "end.bannedForNow" : "end.bannedUntil", ("time", Moment(news.Until)));
        Tell(NewsKind.Call, $"{Words.Say("end.banned")}. {until}{Reason(news.Reason)}");
    }

    public void Hear(RoomEnteredEvent news)
    {
        string sentence;
        lock (gate)
        {
            var were = lostIn is var (lostRoom, people) && lostRoom == news.Room.Id ? people : null;
            lostIn = null;
            known.Clear();
            names.Clear();
            foreach (var person in news.People)
                Know(person);
            (room, own, policy) = (news.Room.Id, news.Handle, news.Policy);
            arrivals++;
            sentence = were is not null ? Changes(were, news.People) : Words.Say("room.entered", ("room", Words.Named(news.Room.Names)), ("count", news.People.Length));
        }
        EnterRoom();
        Tell(NewsKind.Event, sentence + ShownAs());
    }

    public void Hear(PlanChangedEvent news) => Tell(NewsKind.Event, Words.Say("room.planChanged"));

    public void Hear(RoomsChangedEvent news) => Rooms = news.Rooms;

    public void Hear(PeopleChangedEvent news)
    {
        List<PersonView> came = [], went = [];
        lock (gate)
        {
            var left = news.All ? known.Keys.Except(news.Entered.Select(person => person.Handle)) : news.Left;
            foreach (var handle in left.ToList())
            {
                if (known.Remove(handle, out var gone))
                    went.Add(gone);
            }
            foreach (var person in news.Entered)
            {
                // Who is known already is told of again under another name, or as busy.
                if (!known.ContainsKey(person.Handle) && person.Handle != own)
                    came.Add(person);
                Know(person);
            }
            if (known.Count > MostToldApart)
                (came, went) = ([], []);
        }
        Tell(NewsKind.Event, string.Join(' ', Sentences(came, "people.cameOne", "people.came").Concat(Sentences(went, "people.wentOne", "people.went"))));
        Tell(NewsKind.Event, ShownAs().TrimStart());
    }

    void Know(PersonView person) => (known[person.Handle], names[person.Handle]) = (person, TerminalText.Line(person.Member.Name));

    IEnumerable<string> Sentences(List<PersonView> people, string one, string many) => people switch
    {
        [] => [],
        [var person] => [Words.Say(one, ("name", person.Member.Name))],
        _ => [Words.Say(many, ("count", people.Count))],
    };

    /// <summary>What changed while the line was broken.</summary>
    string Changes(HashSet<string> were, PersonView[] people)
    {
        var here = people.Select(person => person.Member.Id).ToHashSet();
        var (came, left) = (here.Count(id => !were.Contains(id)), were.Count(id => !here.Contains(id)));
        string[] parts = [came > 0 ? Words.Say("back.came", ("count", came)) : "", left > 0 ? Words.Say("back.left", ("count", left)) : ""];
        return came + left == 0 ? Words.Say("back.same") : Words.Say("back.changed", ("changes", string.Join(", ", parts.Where(part => part.Length > 0))));
    }

    /// <summary>Said when one's name here is not one's own, and when it is so again.</summary>
    string ShownAs()
    {
        lock (gate)
        {
            var shown = known.GetValueOrDefault(own)?.Member.Name ?? "";
            if (shown.Length == 0 || shown == (shownAs.Length > 0 ? shownAs : Me.Name))
                return "";
            shownAs = shown;
            return " " + Words.Say("room.shownAs", ("name", shown));
        }
    }

    void LeaveRoom()
    {
        lock (gate)
        {
            known.Clear();
            (room, own, lostIn, talk) = ("", -1, null, null);
        }
    }

    string Reason(string reason) => reason.Length > 0 ? " " + Words.Say("notice.reason", ("reason", reason)) : "";
}
