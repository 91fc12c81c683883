using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// Stands: those of the room, their bells, and what goes to and fro there.
public sealed partial class TextHouse
{
    readonly List<BellRangEvent> calls = [];
    readonly Dictionary<string, StandAttendedEvent> attended = [];
    StandsChangedEvent? signs;
    BellChangedEvent? rung;

    /// <summary>The stands of the room that one may see.</summary>
    public IReadOnlyList<StandSign> Stands { get { lock (gate) return signs is not null && signs.Room == Picture.Room?.Id ? signs.Stands : []; } }

    /// <summary>Who wants one as a host, the oldest first.</summary>
    public IReadOnlyList<BellRangEvent> Calls { get { lock (gate) return [.. calls]; } }

    /// <summary>What one waits for at a bell, or the talk that came of it; null for neither.</summary>
    public BellChangedEvent? Rung { get { lock (gate) return rung; } }

    /// <summary>The stands for which one can be called, as they were told of last.</summary>
    public IReadOnlyList<StandAttendedEvent> Desks { get { lock (gate) return [.. attended.Values]; } }

    /// <summary>The stand in an area of the room, by the area's id; null for none.</summary>
    public StandSign? StandIn(string area) => Stands.FirstOrDefault(stand => stand.Area == area);

    public void Hear(StandsChangedEvent news)
    {
        lock (gate)
            signs = news;
        Changed?.Invoke();
    }

    public void Hear(ExchangeChangedEvent news)
    {
        var said = Words.Knows($"exchange.{news.State}") ? Words.Say($"exchange.{news.State}", ("name", news.Name)) : "";
        Tell(NewsKind.Call, news.State == "asked" ? $"{said} {Words.Say("text.exchangeHow", ("name", news.Name))}" : said);
    }

    public void Hear(EnquiriesChangedEvent news) => Tell(NewsKind.Call, news.Kind switch
    {
        "asked" or "handed" => Words.Say($"enquiries.{news.Kind}", ("stand", news.Name)),
        "takenBack" => Words.Say("enquiries.takenBackSaid", ("stand", news.Name)),
        "answered" => Words.Say("question.answeredSaid", ("stand", news.Name)),
        _ => "",
    });

    /// <summary>Told once, whichever of the news brings it first.</summary>
    public void Hear(BellRangEvent news)
    {
        lock (gate)
        {
            if (calls.Exists(call => Is(call, news.Stand, news.Request)))
                return;
            calls.Add(news);
        }
        Asked?.Invoke();
        Tell(NewsKind.Call, $"{bells.Tell(news, RoomName(news.Room))} {Words.Say("text.bellHow")}");
    }

    public void Hear(BellStopsEvent news)
    {
        BellRangEvent? ended;
        lock (gate)
        {
            ended = calls.Find(call => Is(call, news.Stand, news.Request));
            calls.RemoveAll(call => Is(call, news.Stand, news.Request));
        }
        // Whoever has answered knows already.
        if (ended is not null)
            Tell(NewsKind.Event, bells.Tell(news, ended.Visitor));
    }

    /// <summary>That somebody comes is the end of a ring. What the house has lost is asked for once more, as long as one still waits for it.</summary>
    public void Hear(BellChangedEvent news)
    {
        BellChangedEvent? before;
        lock (gate)
        {
            before = rung;
            if (BellState.Binds(news))
                rung = news;
            else if (before?.Stand == news.Stand)
                rung = null;
        }
        if (news.End == "lost")
        {
            // What one has asked for at another stand goes on.
            if (before is not null && before.Stand != news.Stand)
                return;
            if (before is not null && BellState.Waits(before) && RingLost is { } ringLost)
            {
                ringLost(before);
                return;
            }
        }
        Tell(NewsKind.Call, bells.Tell(news));
    }

    /// <summary>What is said of a stand counts for its calls, too: one may have missed them while the line was broken.</summary>
    public void Hear(StandAttendedEvent news)
    {
        string said;
        var calling = news.OnDuty ? Array.FindAll(news.Line, request => request.Calls) : [];
        lock (gate)
        {
            said = bells.Tell(attended.GetValueOrDefault(news.Stand), news);
            if (news.OnDuty)
                attended[news.Stand] = news;
            else
                attended.Remove(news.Stand);
            calls.RemoveAll(call => call.Stand == news.Stand && !Array.Exists(calling, request => request.Request == call.Request));
        }
        Tell(NewsKind.Event, said);
        foreach (var request in calling)
            Hear(Call(news, request));
    }

    /// <summary>After the line was broken: the house has to say anew what there is at bells.</summary>
    /// <returns>The stands for which one was on duty, by their ids, and what one waited for.</returns>
    internal (string[] Duty, BellChangedEvent? Rung) ForgetBells()
    {
        lock (gate)
        {
            var before = (attended.Keys.ToArray(), rung is { } ring && BellState.Binds(ring) ? ring : null);
            calls.Clear();
            attended.Clear();
            rung = null;
            return before;
        }
    }

    /// <summary>One waits there no more.</summary>
    internal void LeftBell(string stand)
    {
        lock (gate)
        {
            if (rung?.Stand == stand)
                rung = null;
        }
        Changed?.Invoke();
    }

    /// <summary>One has answered it.</summary>
    internal void Answered(BellRangEvent call)
    {
        lock (gate)
            calls.RemoveAll(each => Is(each, call.Stand, call.Request));
        Changed?.Invoke();
    }

    static BellRangEvent Call(StandAttendedEvent desk, BellRequestView request) => new()
    {
        Stand = desk.Stand, Name = desk.Name, Room = desk.Room, Area = desk.Area, Request = request.Request, Visitor = request.Visitor, Affiliation = request.Affiliation,
        Wish = request.Wish, Since = request.Since,
    };

    static bool Is(BellRangEvent call, string stand, long request) => call.Stand == stand && call.Request == request;
}
