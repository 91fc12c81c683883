namespace Klapphaus.Contracts.Tests;

/// <summary>One example of each record, with every field set.</summary>
static class GoldenRecords
{
    static readonly Dictionary<string, string> names = new() { ["de"] = "Größe & Grün", ["en"] = "Size & green" };

    static readonly MemberView ada = new() { Id = "m1", Name = "Ada Löwe", Affiliation = "Stadt Zülpich", Role = "organiser", Verified = true };

    static readonly PersonView person = new() { Handle = 65535, Member = ada, Availability = "busy" };

    static readonly RoomSummary room = new() { Id = "halle", Names = names, Kind = "hall", People = 299, Capacity = 500 };

    static readonly AreaView area = new() { Id = "stand-7", Kind = "stand", Names = names, X = 32, Y = 64, Width = 160, Height = 128, Number = 7, Capacity = 12, Colour = "#1f6f8b" };

    static readonly DoorView door = new() { Id = "foyer", Room = "foyer", RoomNames = names, X = 0, Y = 320, Width = 32, Height = 96 };

    static readonly FloorPlanView plan = new() { Version = "a1b2", Width = 4, Height = 4, Walls = [0xFF, 0x99], Furniture = [0x00, 0x20], Areas = [area], Doors = [door] };

    static readonly ConversationView conversation = new() { Id = 4711, Area = "tisch-2", People = [1, 300], Topic = "Leerstand & Läden", Closed = true, Full = true };

    static readonly ParticipantView participant = new() { Handle = 300, Why = "stopped", With = 1, Heard = true, Sound = true, Listens = true, Word = true, Muted = true, Hand = 2, Follows = true, Microphone = true, Camera = true, Screen = true, Hidden = true };

    static readonly PolicyView policy = new()
    {
        Enter = "guest", Speak = "member", Camera = "host", Screen = "moderator", Write = "organiser", Knock = "visitor", SlowSeconds = 30, ShutFrom = 1_700_000_000_123, Notice = "Nur für Mitglieder", Hours = "Mo-Fr 08:00-18:00", WaitingRoom = true,
    };

    static readonly TalkView talk = new()
    {
        Id = 4711, Area = "tisch-2", Topic = "Leerstand & Läden", Closed = true, SpeakersOnly = true, Routed = true, People = [participant], Knocks = [7], Leader = 300,
    };

    static readonly CardView card = new() { Name = "Ada Löwe", Affiliation = "Stadt Zülpich", Email = "ada@zuelpich.example", Telephone = "+49 2252 52-0", Note = "Ruft gern an" };

    static readonly StandSign sign = new()
    {
        Id = "s0123456789abcdef0123456789abcdef", Area = "stand-7", Name = "Stadt Soest", Line = "Läden auf Zeit", Accent = "#0a5a86", Logo = "logo-1", Staffed = true, Draft = true,
    };

    static readonly StandVisitorView atStand = new() { Member = "m1", Name = "Ada Löwe", Affiliation = "Stadt Zülpich", Since = 1_700_000_000_123 };

    static readonly BellRequestView ringing = new() { Request = 12, Visitor = "Ada Löwe", Affiliation = "Stadt Zülpich", Wish = "talk", Since = 1_700_000_000_123, Calls = true };

    public static readonly Dictionary<string, object> All = new()
    {
        ["helloRequest"] = new HelloRequest { Protocol = 1, Client = "web/1", Background = true },
        ["helloResult"] = new HelloResult { Error = 0, Protocol = 1, Me = ada, Rooms = [room], Start = "foyer", Room = "halle" },
        ["helloRefused"] = new HelloResult { Error = (int)ErrorCode.ProtocolTooOld, Protocol = 2 },
        ["helloBanned"] = new HelloResult { Error = (int)ErrorCode.Banned, Protocol = 1, Reason = "Störung", Until = 1_700_000_000_123, Provisional = true },
        ["memberView"] = ada,
        ["sentAwayEvent"] = new SentAwayEvent { Code = (int)DisconnectCode.TakenOver, ComeBack = false, Reason = "Störung", Until = 1_700_000_000_123, Provisional = true },
        ["roomSummary"] = room,
        ["roomsChangedEvent"] = new RoomsChangedEvent { Rooms = [room] },
        ["waitRequest"] = new WaitRequest { Room = "halle" },
        ["waitResult"] = new WaitResult { Ahead = 3, Asks = true },
        ["placeFreeEvent"] = new PlaceFreeEvent { Room = "halle", HeldSeconds = 20, TurnedAway = true },
        ["enterRequest"] = new EnterRequest { Room = "halle", StoodAt = [1000, 4095], Stand = sign.Id },
        ["enterThroughRequest"] = new EnterRequest { Through = "foyer" },
        ["enterResult"] = new EnterResult { Error = (int)ErrorCode.RoomBanned, Room = "halle", Reason = "Störung", Until = 1_700_000_000_123 },
        ["roomEnteredEvent"] = new RoomEnteredEvent { Room = room, Plan = plan, Handle = 300, X = 100, Y = 200, People = [person], Policy = policy },
        ["personView"] = person,
        ["peopleChangedEvent"] = new PeopleChangedEvent { All = true, Entered = [person], Left = [1, 300] },
        ["putBackEvent"] = new PutBackEvent { X = 70, Y = 80 },
        ["planChangedEvent"] = new PlanChangedEvent { Room = room, Plan = plan },
        ["floorPlanView"] = plan,
        ["areaView"] = area,
        ["doorView"] = door,
        ["avatarsMoved"] = Moves(),
        ["askResult"] = new AskResult { Error = (int)ErrorCode.NotInConversation },
        ["availabilityRequest"] = new AvailabilityRequest { Availability = "busy" },
        ["sayRequest"] = new SayRequest { Text = "Grüß Gott", To = 300, Room = true },
        ["typeRequest"] = new TypeRequest { Text = "Grü" },
        ["reactRequest"] = new ReactRequest { Reaction = "clap" },
        ["handRequest"] = new HandRequest { Up = true },
        ["topicRequest"] = new TopicRequest { Topic = "Leerstand & Läden" },
        ["closeRequest"] = new CloseRequest { Closed = true },
        ["knockRequest"] = new KnockRequest { Conversation = 4711, Wants = true },
        ["answerKnockRequest"] = new AnswerKnockRequest { Handle = 7, LetIn = true },
        ["mediaRequest"] = new MediaRequest { Microphone = true, Camera = false, Screen = true },
        ["listenRequest"] = new ListenRequest { Listens = true },
        ["leadRequest"] = new LeadRequest { Leads = true },
        ["followRequest"] = new FollowRequest { Follows = true },
        ["wordRequest"] = new WordRequest { Handle = 7, Word = true },
        ["muteRequest"] = new MuteRequest { Handle = 7, Muted = true },
        ["removeRequest"] = new RemoveRequest { Handle = 7 },
        ["signalRequest"] = new SignalRequest { To = 7, Signal = "{\"candidate\":\"…\"}" },
        ["signalledEvent"] = new SignalledEvent { From = 300, Signal = "{\"candidate\":\"…\"}" },
        ["conversationView"] = conversation,
        ["conversationsChangedEvent"] = new ConversationsChangedEvent { All = true, Changed = [conversation], Ended = [4710] },
        ["participantView"] = participant,
        ["talkView"] = talk,
        ["talkChangedEvent"] = new TalkChangedEvent { Talk = talk, Left = "walkedAway" },
        ["notConnectedEvent"] = new NotConnectedEvent { Reason = "closed", Conversation = 4711, Other = 7 },
        ["saidEvent"] = new SaidEvent { Kind = "text", Scope = "person", From = 300, To = 7, Text = "Grüß Gott", At = 1_700_000_000_123, Id = 1_700_000_000_124 },
        ["policyView"] = policy,
        ["muteAllRequest"] = new MuteAllRequest { Conversation = 4711, But = 7 },
        ["hideCameraRequest"] = new HideCameraRequest { Handle = 7, Hidden = true },
        ["askToSpeakRequest"] = new AskToSpeakRequest { Handle = 7 },
        ["warnRequest"] = new WarnRequest { Handle = 7, Reason = "Bitte sachlich" },
        ["movePersonRequest"] = new MovePersonRequest { Handle = 7, X = 100, Y = 200 },
        ["expelRequest"] = new ExpelRequest { Handle = 7, Reason = "Störung", To = "foyer" },
        ["banRequest"] = new BanRequest { Member = "m1", House = true, Invitation = true, Reason = "Störung", Minutes = 60 },
        ["setPolicyRequest"] = new SetPolicyRequest { Policy = policy },
        ["announceRequest"] = new AnnounceRequest { Text = "Um zwölf gibt es Suppe" },
        ["retractRequest"] = new RetractRequest { Id = 1_700_000_000_124 },
        ["blockRequest"] = new BlockRequest { Member = "m1", Blocked = true },
        ["reportRequest"] = new ReportRequest { Handle = 7, Reason = "Beleidigung", Texts = [1_700_000_000_124] },
        ["moderatedEvent"] = new ModeratedEvent { Kind = "bannedFromRoom", Reason = "Störung", Until = 1_700_000_000_123, Room = "foyer" },
        ["policyChangedEvent"] = new PolicyChangedEvent { Policy = policy },
        ["retractedEvent"] = new RetractedEvent { Ids = [1_700_000_000_124] },
        ["standSign"] = sign,
        ["standsChangedEvent"] = new StandsChangedEvent { Room = "halle", Stands = [sign] },
        ["offerCardRequest"] = new OfferCardRequest { Member = "m1", Id = "0123456789abcdef0123456789abcdef", Fields = ["name", "email"], Wording = "person-1", Seal = "0a1b2c" },
        ["declineCardsRequest"] = new DeclineCardsRequest { Member = "m1" },
        ["cardView"] = card,
        ["exchangeChangedEvent"] = new ExchangeChangedEvent { Member = "m1", Name = "Ada Löwe", State = "agreed", Until = 1_700_000_000_123, Card = card },
        ["enquiriesChangedEvent"] = new EnquiriesChangedEvent { Stand = "s0123456789abcdef0123456789abcdef", Name = "Stadt Zülpich", Kind = "asked" },
        ["ringBellRequest"] = new RingBellRequest { Stand = sign.Id, Wish = "talk", Resume = true },
        ["leaveBellRequest"] = new LeaveBellRequest { Stand = sign.Id },
        ["answerBellRequest"] = new AnswerBellRequest { Stand = sign.Id, Request = 12, Accept = true, Text = "Gleich!" },
        ["endTalkRequest"] = new EndTalkRequest { Stand = sign.Id },
        ["standDutyRequest"] = new StandDutyRequest { Stand = sign.Id, On = true },
        ["bellRangEvent"] = new BellRangEvent
        {
            Stand = sign.Id, Name = "Stadt Soest", Room = "halle", Area = "stand-7", Request = 12, Visitor = "Ada Löwe", Affiliation = "Stadt Zülpich", Wish = "talk", Since = 1_700_000_000_123,
        },
        ["bellStopsEvent"] = new BellStopsEvent { Stand = sign.Id, Request = 12, By = "Bo Grün" },
        ["bellChangedEvent"] = new BellChangedEvent
        {
            Stand = sign.Id, Name = "Stadt Soest", Wish = "talk", State = "over", End = "hostGone", Place = 2, Length = 3, Called = 1, Staffed = true, Host = "Bo Grün", Text = "Gleich!", TextBy = "Bo Grün", Since = 1_700_000_000_123,
        },
        ["standVisitorView"] = atStand,
        ["bellRequestView"] = ringing,
        ["standAttendedEvent"] = new StandAttendedEvent
        {
            Stand = sign.Id, Name = "Stadt Soest", Room = "halle", Area = "stand-7", OnDuty = true, Hosts = ["Bo Grün"], Visitors = [atStand], Count = 51, Line = [ringing], Talk = ringing,
        },
        ["announcedEvent"] = new AnnouncedEvent { Text = "Um zwölf gibt es Suppe", At = 1_700_000_000_123 },
    };

    static byte[] Moves()
    {
        var bytes = new byte[AvatarsMoved.HeaderLength + AvatarsMoved.CellLength + 2 * AvatarsMoved.RecordLength];
        (bytes[0], bytes[1], bytes[2]) = (AvatarsMoved.Everything | AvatarsMoved.CellFollows | 2, 5, 21);
        AvatarsMoved.Write(bytes.AsSpan(3), 300, 1000, 4095, 64, 25);
        AvatarsMoved.Write(bytes.AsSpan(10), 65535, 0, 1, Protocol.Standing, 400);
        return bytes;
    }
}
