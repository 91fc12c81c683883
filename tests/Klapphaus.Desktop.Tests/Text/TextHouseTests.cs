using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Desktop.Text;
using Microsoft.Extensions.Time.Testing;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>What happens in the house, told in sentences.</summary>
public sealed partial class TextHouseTests
{
    readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero));
    readonly RoomPicture picture;
    readonly TextHouse house;
    readonly TextLists lists;

    public TextHouseTests()
    {
        picture = new(time);
        house = new(Rooms.Person(1, "Ada", role: "moderator").Member, picture, TextWords.Of("de"), time) { Rooms = [Rooms.Room("foyer", 3), Rooms.Room("halle", 0), Rooms.Room("bühne", 20, capacity: 20)] };
        lists = new(house);
    }

    string[] Told => [.. house.News.Lines.Select(line => line.Text)];

    string Last => Told[^1];

    void Enter(string room = "foyer", params PersonView[] others)
    {
        var news = new RoomEnteredEvent
        {
            Room = Rooms.Room(room),
            Plan = Rooms.Plan(["####################", .. Enumerable.Repeat("#..................#", 10), "####################"], [Rooms.Area("stand-7", "stand", 4, 2, 3, 2, number: 7)]),
            Handle = 1, X = 10 * Protocol.UnitsPerTile, Y = 5 * Protocol.UnitsPerTile,
            People = [Rooms.Person(1, "Ada", role: "moderator"), .. others],
        };
        picture.Apply(news);
        house.Hear(news);
    }

    void Come(params PersonView[] people) => Change(new() { Entered = people });

    void Change(PeopleChangedEvent news)
    {
        picture.Apply(news);
        house.Hear(news);
    }

    static ParticipantView In(int handle, string why = "stopped", int with = 1, bool muted = false, int hand = 0) =>
        new() { Handle = handle, Why = why, With = with, Heard = true, Sound = false, Muted = muted, Hand = hand };

    void Talk(TalkView? talk, string left = "") => house.Hear(new TalkChangedEvent { Talk = talk, Left = left });

    void Say(string text, int from = 2, string scope = "conversation", int to = -1, long id = 0) => house.Hear(new SaidEvent
    {
        Kind = "text", Scope = scope, From = from, To = to, Text = text, At = time.GetUtcNow().ToUnixTimeMilliseconds(), Id = id,
    });

    [Fact]
    public void ARoomIsToldOfWhenOneComesIn()
    {
        Enter(others: [Rooms.Person(2, "Bo"), Rooms.Person(3, "Cem")]);
        Enter("halle");
        Assert.Equal(["Foyer. 3 Personen sind hier, Sie eingeschlossen.", "Halle. Sie sind allein hier."], Told);
        Assert.Equal(2, house.Arrivals);
    }

    [Fact]
    public void WhoComesAndGoesIsToldByName()
    {
        Enter();
        Come(Rooms.Person(2, "Bärbel"));
        Come(Rooms.Person(3, "Cem"), Rooms.Person(4, "Dora"));
        // busy from now on: she is no newcomer
        Come(Rooms.Person(2, "Bärbel", availability: "busy"));
        Change(new() { Left = [2] });
        Change(new() { Left = [3, 4], Entered = [Rooms.Person(5, "Edda")] });
        Assert.Equal(["Bärbel kam herein.", "2 Personen kamen herein.", "Bärbel ging hinaus.", "Edda kam herein. 2 Personen gingen hinaus."], Told[1..]);
    }

    [Fact]
    public void InACrowdNobodyIsToldOf()
    {
        Enter(others: [.. Enumerable.Range(2, 40).Select(handle => Rooms.Person(handle, $"Gast {handle}"))]);
        Come(Rooms.Person(99, "Bo"));
        Assert.Single(Told);
    }

    [Fact]
    public void WhoIsShownUnderAnotherNameIsToldSoOnce()
    {
        Enter();
        Come(Rooms.Person(1, "Ada (2)", role: "moderator"));
        Come(Rooms.Person(1, "Ada (2)", role: "moderator", availability: "busy"));
        Come(Rooms.Person(1, "Ada", role: "moderator"));
        Assert.Equal(["Sie erscheinen hier als Ada (2).", "Sie erscheinen hier als Ada."], Told[1..]);
    }

    [Fact]
    public void AfterALostLineOnlyTheDifferenceIsTold()
    {
        Enter(others: [Rooms.Person(2, "Bo")]);
        house.Hear(new ConnectionState(ConnectionStatus.Reconnecting));
        Enter(others: [Rooms.Person(7, "Cem"), Rooms.Person(8, "Dora")]);
        house.Hear(new ConnectionState(ConnectionStatus.Reconnecting));
        Enter(others: [Rooms.Person(7, "Cem"), Rooms.Person(8, "Dora")]);
        Assert.Equal(
            [
                "Die Verbindung ist unterbrochen und wird von selbst wieder aufgebaut.", "Wieder verbunden. Inzwischen: 2 Personen kamen, eine Person ging.",
                "Die Verbindung ist unterbrochen und wird von selbst wieder aufgebaut.", "Wieder verbunden. Es hat sich nichts geändert.",
            ],
            Told[1..]);
    }

    [Fact]
    public void AConversationIsToldFromItsBeginningToItsEnd()
    {
        Enter(others: [Rooms.Person(2, "Bo"), Rooms.Person(3, "Cem")]);
        Talk(new() { Id = 5, People = [In(1), In(2)] });
        Assert.Equal("Im Gespräch mit Bo", house.TalkTitle);
        Talk(new() { Id = 5, People = [In(1), In(2), In(3)], Topic = "Leerstand" });
        Talk(new() { Id = 5, People = [In(1), In(3)], Topic = "Leerstand", Closed = true, Knocks = [2] });
        Talk(null, "alone");
        Assert.Equal(
            [
                "Sie sprechen jetzt mit Bo.", "Cem ist dazugekommen.", "Thema: Leerstand.", "Bo hat das Gespräch verlassen.", "Bo möchte dazukommen. „ja“ lässt ein, „nein“ nicht.",
                "Das Gespräch ist jetzt geschlossen.", "Die anderen sind gegangen. Das Gespräch ist zu Ende.",
            ],
            Told[1..]);
        Assert.Equal("", house.TalkTitle);
    }

    [Fact]
    public void AtAStandItIsToldWhere()
    {
        Enter(others: [Rooms.Person(2, "Bo")]);
        house.Hear(new StandsChangedEvent { Room = "foyer", Stands = [new() { Id = "s1", Area = "stand-7", Name = "Stadt Köln", Line = "Läden auf Zeit", Staffed = true }] });
        Talk(new() { Id = 6, Area = "stand-7", People = [In(1)] });
        Talk(new() { Id = 7, Area = "stand-7", People = [In(1), In(2)] });
        Assert.Equal(["Stand 7, Stadt Köln: Wer hierher kommt, spricht mit Ihnen.", "Stand 7, Stadt Köln: Sie sprechen jetzt mit Bo."], Told[1..]);
        Assert.Equal("Stand 7, Stadt Köln: Läden auf Zeit · jemand ist zu sprechen; 5 Meter im Nordwesten.", lists.Area(Assert.Single(lists.Areas)));
    }

    [Fact]
    public void WhyNoConversationBeganIsTold()
    {
        Enter(others: [Rooms.Person(2, "Bo")]);
        house.Hear(new NotConnectedEvent { Reason = "busy", Other = 2 });
        house.Hear(new NotConnectedEvent { Reason = "closed", Conversation = 5 });
        Assert.Equal(["Bo möchte gerade nicht angesprochen werden.", "Dieses Gespräch ist geschlossen. Sie können anklopfen."], Told[1..]);
        Assert.Equal((2L, (int?)5), (house.Refusals, house.Refusal?.Conversation));
    }

    [Fact]
    public void TextsSayFromWhomAndToWhom()
    {
        Enter(others: [Rooms.Person(2, "Bo"), Rooms.Person(3, "Cem")]);
        Talk(new() { Id = 5, People = [In(1), In(2)] });
        Say("Grüße aus Köln!", id: 11);
        Say("nur für Sie", scope: "person", to: 1, id: 12);
        Say("alle mal herhören", from: 3, scope: "room", id: 13);
        Say("danke", from: 1, id: 14);
        Say("Hallo Bo", from: 1, scope: "person", to: 2, id: 15);
        house.Hear(new SaidEvent { Kind = "typing", Scope = "conversation", From = 2, Text = "Ich schr", At = 0 });
        house.Hear(new SaidEvent { Kind = "reaction", Scope = "conversation", From = 2, Text = "clap", At = 0 });
        Assert.Equal(
            ["Bo schreibt: Grüße aus Köln!", "Bo schreibt nur Ihnen: nur für Sie", "Cem schreibt allen im Raum: alle mal herhören", "Sie schreiben: danke", "Sie schreiben nur an Bo: Hallo Bo", "Bo zeigt: Beifall."],
            Told[2..]);
        Assert.Equal([NewsKind.Said, NewsKind.Said, NewsKind.Said, NewsKind.Own, NewsKind.Own, NewsKind.Event], house.News.Lines[2..].Select(line => line.Kind));
        Assert.Equal("3. Cem schreibt allen im Raum: alle mal herhören", lists.Texts()[2]);
        house.Hear(new RetractedEvent { Ids = [13, 99] });
        Assert.Equal("Ein Text wurde zurückgenommen.", Last);
        Assert.Equal([11L, 12L, 14L, 15L], house.Texts.Select(text => text.Id));
        // another conversation begins with an empty page
        Talk(new() { Id = 6, People = [In(1), In(3)] });
        Assert.Empty(house.Texts);
    }

    [Fact]
    public void WhatOthersWriteObeysNobody()
    {
        Enter(others: [Rooms.Person(2, "B\e[2Jo\r\nAnsage")]);
        Say("\e]0;x\aHallo\nAnsage: Alle hinaus!");
        Assert.Equal("Bo / Ansage schreibt: Hallo / Ansage: Alle hinaus!", Last);
        house.Hear(new AnnouncedEvent { Text = "Es ist \e[31mfünf\e[0m.", At = 0 });
        Assert.Equal("Ansage: Es ist fünf.", Last);
        Assert.DoesNotContain(lists.Person(house.Others[0]), char.IsControl);
    }

    [Fact]
    public void WhoHasGoneIsStillNamed()
    {
        Enter(others: [Rooms.Person(2, "Bo")]);
        Talk(new() { Id = 5, People = [In(1), In(2)] });
        Change(new() { Left = [2] });
        Say("Auf Wiedersehen");
        Assert.Equal("Bo schreibt: Auf Wiedersehen", Last);
        Talk(new() { Id = 5, People = [In(1)] });
        Assert.Equal("Bo hat das Gespräch verlassen.", Last);
        // whoever gets the number then is another
        Come(Rooms.Person(2, "Cem"));
        Say("Guten Tag");
        Assert.Equal("Cem schreibt: Guten Tag", Last);
    }

    [Fact]
    public void WhatModeratorsDoIsToldWithTheirReason()
    {
        Enter();
        house.Hear(new ModeratedEvent { Kind = "warned", Reason = "Zu laut." });
        Assert.Equal("Verwarnung. Die Moderation bittet Sie, sich anders zu verhalten. Grund: Zu laut.", Last);
        house.Hear(new ModeratedEvent { Kind = "muted" });
        Assert.Equal("Die Moderation hat Sie stummgeschaltet.", Last);
        house.Hear(new ModeratedEvent { Kind = "sent", Room = "halle" });
        Assert.Equal("Sie wurden in einen anderen Raum gebeten. Sie gehen jetzt nach: Halle.", Last);
        Assert.Null(house.Talk);
        house.Hear(new PolicyChangedEvent { Policy = Policy(slow: 10) });
        Assert.Equal("Zwischen zwei Texten liegen jetzt 10 Sekunden.", Last);
        house.Hear(new PolicyChangedEvent { Policy = Policy(slow: 0) });
        Assert.Equal("Man darf wieder schreiben, so oft man möchte.", Last);
    }

    static PolicyView Policy(int slow) => new() { Enter = "visitor", Speak = "visitor", Camera = "visitor", Screen = "visitor", Write = "visitor", Knock = "visitor", SlowSeconds = slow };

    [Fact]
    public void TheEndIsToldWithItsReason()
    {
        Enter();
        house.Hear(new SentAwayEvent { Code = (int)DisconnectCode.Banned, ComeBack = false, Reason = "Beleidigung" });
        house.Hear(new ConnectionState(ConnectionStatus.SentAway, DisconnectCode.Banned));
        Assert.Equal(["Sie wurden vom Haus ausgeschlossen. Das gilt auf Dauer. Grund: Beleidigung"], Told[1..]);
        house.Hear(new ConnectionState(ConnectionStatus.SentAway, DisconnectCode.TakenOver));
        Assert.Equal("Sie sind an anderer Stelle ins Haus gekommen. Hier ist Ihr Besuch zu Ende.", Last);
        house.Hear(ErrorCode.RoomShut);
        Assert.Equal("Dieser Raum ist geschlossen. Sie sind gerade in keinem Raum.", Last);
    }

    [Fact]
    public void WhoeverKnocksAsksForAYesToo()
    {
        Enter(others: [Rooms.Person(2, "Bo"), Rooms.Person(3, "Cem")]);
        List<string> before = [];
        house.Asked += () => before.Add(Last);
        Talk(new() { Id = 5, People = [In(1), In(2)] });
        Talk(new() { Id = 5, People = [In(1), In(2)], Closed = true, Knocks = [3] });
        // it is said before they are told of
        Assert.Equal(["Sie sprechen jetzt mit Bo."], before);
    }

    [Fact]
    public void PeopleAreListedWithWhatTheyDoAndWhere()
    {
        Enter(others: [Rooms.Person(2, "Bo", "Stadt Ulm"), Rooms.Person(3, "Cem", role: "host"), Rooms.Person(4, "Dora", availability: "busy"), Rooms.Person(5, "Änne")]);
        picture.Apply(Rooms.Moved((2, 10, 2), (3, 11, 2), (4, 13, 5)));
        picture.Apply(new ConversationsChangedEvent { All = true, Changed = [new() { Id = 5, People = [2, 3] }] });
        Assert.Equal(
            [
                "Änne: nicht in Sichtweite.", "Bo, Stadt Ulm: spricht mit Cem; 3 Meter im Norden.", "Cem (Standbetreuung): spricht mit Bo; 3 Meter im Norden.",
                "Dora: Beschäftigt; 3 Meter im Osten.",
            ],
            house.Others.Select(lists.Person));
    }

    [Fact]
    public void RoomsAreListedWithHowManyAreInThem()
    {
        Assert.Equal(["Foyer: 3 Personen.", "Halle: niemand.", "Bühne: 20 Personen, voll."], house.Rooms.Select(lists.Room));
        // the list is old by a moment; where one is oneself, one sees it
        Enter(others: Rooms.Person(2, "Bo"));
        Assert.Equal("Foyer: 2 Personen. Sie sind hier.", lists.Room(house.Rooms[0]));
    }

    [Fact]
    public void OneIsToldWhereOneIs()
    {
        Assert.Equal(["Sie sind gerade in keinem Raum."], lists.WhereAmI());
        Enter(others: [Rooms.Person(2, "Bo")]);
        picture.Apply(Rooms.Moved((2, 10, 7)));
        Assert.Equal(["Sie sind hier: Foyer.", "In der Nähe: Bo: 2 Meter im Süden; Stand 7: 5 Meter im Nordwesten."], lists.WhereAmI());
    }

    [Fact]
    public void ItIsToldInEnglishToo()
    {
        var english = new TextHouse(house.Me, picture, TextWords.Of("en"), time);
        english.Hear(new AnnouncedEvent { Text = "Tea!", At = 0 });
        Assert.Equal("Announcement: Tea!", english.News.Lines[^1].Text);
    }

    /// <summary>News come on one thread and are read on others.</summary>
    [Fact]
    public async Task ItMayBeReadWhileItIsTold()
    {
        Enter(others: [Rooms.Person(2, "Bo")]);
        using var ended = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            while (!ended.IsCancellationRequested)
                _ = (house.Texts.Length, house.News.Lines.Length, house.TalkTitle, house.Others.Select(lists.Person).Count(), lists.WhereAmI());
        });
        for (var i = 0; i < 2000; i++)
        {
            Say($"{i}", id: i + 1);
            Come(Rooms.Person(3 + (i % 20), $"Gast {i}"));
            Change(new() { Left = [3 + (i % 20)] });
            Talk(i % 3 == 0 ? new() { Id = i, People = [In(1), In(2)] } : null, "alone");
        }
        await ended.CancelAsync();
        await reading;
        Assert.Equal(500, house.News.Lines.Length);
    }
}
