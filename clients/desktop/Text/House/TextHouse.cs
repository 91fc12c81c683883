using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// The house as somebody has it who reads it: rooms, people, stands, the conversation, and one line of news for each thing that happens. It knows no screen and no network;
/// news is told to it, by a connection or by a test. All members may be used from any thread.
/// </summary>
public sealed partial class TextHouse
{
    readonly Lock gate = new();
    readonly TimeProvider time;
    readonly BellSentences bells;
    RoomSummary[] rooms = [];

    /// <param name="me">Who one is.</param>
    /// <param name="picture">The room as the connection has it; here it is only read.</param>
    /// <param name="words">The language.</param>
    /// <param name="time">The clock.</param>
    public TextHouse(MemberView me, RoomPicture picture, TextWords words, TimeProvider time)
    {
        (Me, Picture, Words, this.time) = (me, picture, words, time);
        News = new(time);
        Place = new(words, StandIn);
        bells = new(words);
    }

    /// <summary>Something is otherwise than before, beside the positions; raised outside of any lock.</summary>
    public event Action? Changed;

    /// <summary>Somebody else is about to ask for a yes or a no: at a bell, or knocking. Raised before that is told, outside of any lock.</summary>
    public event Action? Asked;

    /// <summary>The house has lost what one had asked for at a bell and still waits for; raised outside of any lock.</summary>
    public event Action<BellChangedEvent>? RingLost;

    public MemberView Me { get; }

    public RoomPicture Picture { get; }

    public TextWords Words { get; }

    /// <summary>What happens, in sentences.</summary>
    public NewsLog News { get; }

    /// <summary>A moderator or organiser.</summary>
    public bool IsModerator => Ranks.IsModerator(Me.Role);

    /// <summary>The rooms of the house, in its order.</summary>
    public IReadOnlyList<RoomSummary> Rooms
    {
        get { lock (gate) return rooms; }
        set
        {
            lock (gate)
                rooms = [.. value];
            Changed?.Invoke();
        }
    }

    /// <summary>How places are spoken of here.</summary>
    internal Surroundings Place { get; }

    /// <summary>Hears whatever a connection is told from now on.</summary>
    public void ListenTo(HouseConnection connection)
    {
        connection.Changed += Hear;
        connection.RoomLost += Hear;
        connection.SentAway += Hear;
        connection.RoomEntered += Hear;
        connection.PlanChanged += Hear;
        connection.PeopleChanged += Hear;
        connection.RoomsChanged += Hear;
        connection.ConversationsChanged += _ => Changed?.Invoke();
        connection.TalkChanged += Hear;
        connection.NotConnected += Hear;
        connection.Said += Hear;
        connection.Retracted += Hear;
        connection.Moderated += Hear;
        connection.PolicyChanged += Hear;
        connection.Announced += Hear;
        connection.StandsChanged += Hear;
        connection.ExchangeChanged += Hear;
        connection.EnquiriesChanged += Hear;
        connection.BellRang += Hear;
        connection.BellStops += Hear;
        connection.BellChanged += Hear;
        connection.StandAttended += Hear;
        // after that: what changes in between is told, or is in there already
        Rooms = [.. connection.Rooms];
    }

    public string RoomName(string id) => Rooms.FirstOrDefault(room => room.Id == id) is { } room ? Words.Named(room.Names) : TerminalText.Line(id);

    internal string Moment(long milliseconds) => Words.Moment(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), time.LocalTimeZone);

    internal string Moment(DateTimeOffset at) => Words.Moment(at, time.LocalTimeZone);

    void Tell(NewsKind kind, string text)
    {
        News.Tell(kind, text);
        Changed?.Invoke();
    }
}
