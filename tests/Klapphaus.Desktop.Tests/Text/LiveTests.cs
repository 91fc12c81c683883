using System.Collections.Concurrent;
using Klapphaus.Contracts;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>The real program in a terminal, in a real house, among people.</summary>
public sealed class LiveTests(ExhibitedHouse house) : IClassFixture<ExhibitedHouse>
{
    const string Guide = "Leitfaden für Plätze";

    // as an xterm sends them
    const string F2 = "\eOQ", F3 = "\eOR", F4 = "\eOS", F5 = "\e[15~", F9 = "\e[20~", F10 = "\e[21~", Down = "\e[B", Right = "\e[C", Tab = "\t", Enter = "\r";

    static Task<SaidEvent> HearsAsync(Person person, string text)
    {
        var heard = new TaskCompletionSource<SaidEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        person.Connection.Said += said =>
        {
            if (said.Kind == "text" && said.Text == text) heard.TrySetResult(said);
        };
        return heard.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    static void Says(string output, string text) => Assert.True(output.Contains(text, StringComparison.Ordinal), $"It does not say: {text}\nIt says:\n{output}");

    static Task IsMutedAsync(Person person) => person.WaitUntil(
        picture => picture.Talk is { } talk && Array.Exists(talk.People, each => each.Handle == picture.Handle && each.Muted), "one is muted", TimeSpan.FromSeconds(30));

    [Fact]
    public async Task LineByLineOneWalksToAStandTalksTakesAPaperAndModerates()
    {
        await using var mona = await PseudoTerminal.OpenAsync(house.Address, await house.TokenAsync("Mona Möller", "moderator"), "--plain --language de");
        await mona.ReadsAsync("Willkommen, Mona Möller.");
        await mona.ReadsAsync("foyer. Sie sind allein hier.");

        await mona.TypeAsync("geh Halle");
        var at = await mona.ReadsAsync("halle. Sie sind allein hier.");
        // a slip, and the terminal's own way to mend it
        await mona.TypeAsync("geh 77\u007f");
        await mona.ReadsAsync("Sie stehen vor Stand 7, Stadt Köln.", at);
        at = await mona.ReadsAsync("Stand 7, Stadt Köln: Wer hierher kommt, spricht mit Ihnen.", at);
        await mona.TypeAsync("staende");
        at = await mona.ReadsAsync("Stand 7, Stadt Köln: Läden auf Zeit; hier.", at);

        await using var baerbel = await house.House.Enter("Bärbel Grün", ExhibitedHouse.Room);
        await mona.ReadsAsync("Bärbel Grün kam herein.", at);
        await baerbel.WalkToTalk(ExhibitedHouse.StandX, ExhibitedHouse.StandY, picture => picture.Talk?.People.Length == 2, "she talks with Mona");
        at = await mona.ReadsAsync("Bärbel Grün ist dazugekommen.", at);
        Assert.Equal(ErrorCode.None, await baerbel.Connection.SayAsync("Grüße aus Köln – schön, dass Sie da sind!"));
        at = await mona.ReadsAsync("Bärbel Grün schreibt: Grüße aus Köln – schön, dass Sie da sind!", at);
        var heard = HearsAsync(baerbel, "Schöne Grüße zurück: ÄÖÜ äöü ß €");
        await mona.TypeAsync("sag Schöne Grüße zurück: ÄÖÜ äöü ß €");
        await heard;
        at = await mona.ReadsAsync("Sie schreiben: Schöne Grüße zurück: ÄÖÜ äöü ß €", at);

        await mona.TypeAsync("stand koeln");
        at = await mona.ReadsAsync("Wir füllen Lücken in der Fußgängerzone.", at);
        at = await mona.ReadsAsync($"1. {Guide} (de, https://koeln.example/leitfaden)", at);
        await mona.TypeAsync("nimm 1");
        at = await mona.ReadsAsync($"In Ihrer Tasche: {Guide}.", at);
        await mona.TypeAsync("tasche");
        at = await mona.ReadsAsync($"1. {Guide} – Stadt Köln", at);

        await mona.TypeAsync("stumm baerbel");
        at = await mona.ReadsAsync("Niemand hört diese Person mehr.", at);
        await IsMutedAsync(baerbel);

        await mona.TypeAsync("taske");
        at = await mona.ReadsAsync("Meinten Sie: take, tasche?", at);
        await mona.TypeAsync("ende");
        await mona.ReadsAsync("Auf Wiedersehen.", at);
        Assert.Equal(0, await mona.EndsAsync());
        await baerbel.WaitUntil(picture => picture.People.Length == 1, "Mona is gone", TimeSpan.FromSeconds(30));
        // Nothing sets the terminal up, moves the cursor, clears or colours: a screen reader has each line once, in its order.
        Assert.DoesNotContain('\e', mona.Written);
    }

    [Fact]
    public async Task AScriptIsAnsweredLineByLineAndEndsWithItsInput()
    {
        var token = await house.TokenAsync("Skript Schmidt");
        var (code, output, errors) = await PseudoTerminal.RunAsync(house.Address, token, "--plain --language de", "geh Halle\ngeh 7\nnimm 1\ntasche\nwo\n");
        Assert.True(code == 0, $"{code}: {output} {errors}");
        var lines = output.Split('\n');
        Assert.Equal("Willkommen, Skript Schmidt. „hilfe“ sagt, was Sie tun können.", lines[0]);
        Assert.Contains("Sie stehen vor Stand 7, Stadt Köln.", lines);
        Assert.Contains($"In Ihrer Tasche: {Guide}.", lines);
        Assert.Contains("Sie sind hier: halle, Stand 7, Stadt Köln.", lines);
        Assert.DoesNotContain("> ", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
        Assert.Equal("", errors);
    }

    [Fact]
    public async Task AQuestionACardAndABagAreLeftTakenAndTakenBack()
    {
        using var folder = new TemporaryFolder();
        var (code, output, errors) = await PseudoTerminal.RunAsync(house.Address, await house.TokenAsync("Vera Vogt"), "--plain --language de", $"""
            geh Halle
            geh 7
            suche läden
            frage Wie lange läuft ein Vertrag für einen Laden auf Zeit?
            fragen
            fragezurueck 1
            fragen
            karte email vera@ulm.example
            karte
            gib email
            nein
            gib name email
            ja
            kartezurück
            kartezurück
            nimm 1
            speicher 1
            speicher alles {folder.Path}
            leg 1
            tasche

            """);
        var lines = output.Split('\n');
        string[] expected =
        [
            "Ihre Frage liegt am Stand „Stadt Köln“. „fragen“ zeigt später die Antwort.", "1. Stadt Köln: Wie lange läuft ein Vertrag für einen Laden auf Zeit?", "   Noch keine Antwort.",
            "Die Frage ist zurückgenommen. Am Stand ist nichts mehr davon.", "Noch keine.", "Ihre Visitenkarte ist gespeichert. Was Sie schon weitergegeben haben, bleibt, wie es war.",
            "  E-Mail: vera@ulm.example", "Genau das bekommt der Stand „Stadt Köln“:", "Möchten Sie genau das geben? „ja“ oder „nein“", "Es wurde nichts gegeben.", "  Name: Vera Vogt",
            "Der Stand „Stadt Köln“ hat Ihre Visitenkarte.", "Die Karte ist zurückgenommen und gelöscht.", "Am Stand „Stadt Köln“ liegt keine Karte von Ihnen.", $"In Ihrer Tasche: {Guide}.",
            $"{Guide} ist eine Seite im Netz: https://koeln.example/leitfaden", $"Nicht mehr in Ihrer Tasche: {Guide}.", "Noch ist nichts in der Tasche. An jedem Stand können Sie Unterlagen mitnehmen.",
        ];
        Assert.All(expected, line => Assert.True(lines.Contains(line), $"It does not say: {line}\nIt says:\n{output}{errors}"));
        Says(output, "Treffer");
        Assert.EndsWith(".zip", Assert.Single(Directory.GetFiles(folder.Path)), StringComparison.Ordinal);
        // that there was no card to be taken back a second time
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task ModeratorsActWithTheirReasons()
    {
        await using var willi = await house.House.Enter("Willi Wolf", "foyer");
        await using var bach = await house.House.Enter("Bo Bach", "foyer");
        await using var berg = await house.House.Enter("Bo Berg", "foyer");
        // apart from the others, who all stand where one comes in
        await bach.WalkTo(12.5, 5.5);
        var done = new ConcurrentQueue<ModeratedEvent>();
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var announced = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        willi.Connection.Moderated += news =>
        {
            done.Enqueue(news);
            if (news.Kind == "sent") sent.TrySetResult();
        };
        willi.Connection.Announced += news => announced.TrySetResult(news.Text);
        var banned = new TaskCompletionSource<ModeratedEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        berg.Connection.Moderated += news => banned.TrySetResult(news);
        var (code, output, errors) = await PseudoTerminal.RunAsync(house.Address, await house.TokenAsync("Mona Maier", "moderator"), "--plain --language de", """
            geh bo
            1
            leute
            stumm willi
            laut willi
            verwarne willi: bitte leiser
            ansage Gleich gibt es Kuchen!
            schicke willi nach halle: dort ist mehr Platz
            sperre bo berg stunde: zum Ausprobieren
            """);
        Assert.True(code == 0, $"{output}{errors}");
        Says(output, "1. Bo Bach (Person)\n2. Bo Berg (Person)\n");
        Says(output, "Sie stehen bei Bo Bach.\n");
        Says(output, "Bo Bach: spricht mit Ihnen; ");
        Assert.Equal("Gleich gibt es Kuchen!", await announced.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        var (kind, reason, until) = await banned.Task.WaitAsync(TimeSpan.FromSeconds(30)) is var news ? (news.Kind, news.Reason, news.Until) : default;
        Assert.Equal(("bannedFromRoom", "zum Ausprobieren"), (kind, reason));
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds(until) - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(61));
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal([("warned", "bitte leiser"), ("sent", "dort ist mehr Platz")], done.Where(each => each.Kind is "warned" or "sent").Select(each => (each.Kind, each.Reason)));
        Assert.Contains("muted", done.Select(each => each.Kind));
    }

    [Fact]
    public async Task WhoFollowsSomebodyGoesWhereTheyGo()
    {
        await using var bo = await house.House.Enter("Bo Baum", "foyer");
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = PseudoTerminal.RunAsync(house.Address, await house.TokenAsync("Ada Amsel"), "--plain --language de", "folge bo baum\nwarte 1\n", seen.Task);
        try
        {
            await bo.WaitUntil(picture => picture.People.Any(person => person.Member.Name == "Ada Amsel"), "Ada is there", TimeSpan.FromSeconds(30));
            await bo.WalkTo(13.5, 6.5);
            await bo.WaitUntil(
                picture => picture.People.FirstOrDefault(person => person.Member.Name == "Ada Amsel") is { } ada
                    && picture.At(ada.Handle) is { } there && there.DistanceTo(picture.Own) < 2.6 && picture.Stands(ada.Handle),
                "Ada has come along", TimeSpan.FromSeconds(30));
        }
        finally
        {
            // she stays for as long as that takes, and no longer
            seen.SetResult();
        }
        var (code, output, _) = await running;
        Assert.Equal(0, code);
        Says(output, "Sie gehen Bo Baum nach.");
    }

    [Fact]
    public async Task AScriptThatWasRefusedSomethingSaysSoInTheEnd()
    {
        var token = await house.TokenAsync("Skript Schulz");
        var (code, output, _) = await PseudoTerminal.RunAsync(house.Address, token, "--plain --language en", "say hello\nexpel nobody\nrooms\n");
        Assert.Equal(1, code);
        Says(output, "You are in no conversation at the moment.");
        Says(output, "Nobody here is called that: nobody.");
        // and what comes after a refusal is done all the same
        Says(output, "foyer: ");
    }

    [Fact]
    public async Task WhoIsNotLetInIsToldWhy()
    {
        var (code, output, errors) = await PseudoTerminal.RunAsync(house.Address, "no token of this house", "--plain --language de", "");
        Assert.Equal(1, code);
        Assert.Contains("Bitte melden Sie sich zuerst an.", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTheWholeScreenOneWalksToAStandTalksTakesAPaperAndModerates()
    {
        await using var mona = await PseudoTerminal.OpenAsync(house.Address, await house.TokenAsync("Mona Mühsam", "moderator"), "--text --language de");
        await mona.SeesAsync("foyer · 1 Person hier");
        await mona.SeesAsync("@");
        await mona.SeesAsync("F1 Hilfe F2 Räume");

        await mona.PressAsync(F2);
        await mona.SeesAsync("> foyer: ");
        await mona.PressAsync(Down);
        await mona.SeesAsync("> halle: ");
        await mona.PressAsync(Enter);
        await mona.SeesAsync("halle · ");
        await mona.SeesAsync("..7...");

        await mona.PressAsync(F4);
        await mona.SeesAsync("> Stand 7, Stadt Köln");
        await mona.PressAsync(Enter);
        await mona.SeesAsync("Sie stehen vor Stand 7, Stadt Köln.");

        await using var baerbel = await house.House.Enter("Änne Blau", ExhibitedHouse.Room);
        await baerbel.WalkToTalk(ExhibitedHouse.StandX + 1, ExhibitedHouse.StandY, picture => picture.Talk?.People.Length == 2, "she talks with Mona");
        await mona.SeesAsync("Änne Blau ist dazugekommen.");
        await mona.SeesAsync("Ä+");
        Assert.Equal(ErrorCode.None, await baerbel.Connection.SayAsync("Grüße aus Köln!"));
        await mona.SeesAsync("Änne Blau schreibt: Grüße aus Köln!");
        var heard = HearsAsync(baerbel, "Schöne Grüße ÄÖÜß");
        await mona.TypeAsync("Schöne Grüße ÄÖÜß");
        await heard;
        await mona.SeesAsync("Sie schreiben: Schöne Grüße ÄÖÜß");

        await mona.PressAsync(F5);
        await mona.SeesAsync("Wir füllen Lücken in der");
        await mona.SeesAsync($"> Mitnehmen: {Guide}");
        await mona.PressAsync(Enter);
        await mona.SeesAsync($"In Ihrer Tasche: {Guide}.");

        await mona.PressAsync(F3);
        await mona.SeesAsync("> Änne Blau: ");
        await mona.PressAsync(Enter);
        await mona.SeesAsync("> Hingehen");
        // asked once only what is marked: while it is drawn anew, nothing is
        var marked = "Hingehen";
        for (var presses = 0; presses < 20 && marked != "Stummschalten"; presses++)
        {
            var before = marked;
            await mona.PressAsync(Down);
            await mona.WaitUntilAsync(() => mona.Marked is { } now && (marked = now) != before, "another choice is marked");
        }
        await mona.PressAsync(Enter);
        await mona.SeesAsync("Niemand hört diese Person mehr.");
        await IsMutedAsync(baerbel);

        await mona.TypeAsync("/taske");
        await mona.SeesAsync("Meinten Sie: take, tasche?");
        await mona.PressAsync(F10);
        Assert.Equal(0, await mona.EndsAsync());
        await baerbel.WaitUntil(picture => picture.People.Length == 1, "Mona is gone", TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task ArrowsWalkOnTheMapAndTheMapGoesAlong()
    {
        await using var ada = await PseudoTerminal.OpenAsync(house.Address, await house.TokenAsync("Ada Adler"), "--text --language en");
        await using var bo = await house.House.Enter("Bo Berg", "foyer");
        await ada.SeesAsync("people here");
        await bo.WaitUntil(picture => picture.People.Any(person => person.Member.Name == "Ada Adler"), "Ada is there", TimeSpan.FromSeconds(30));
        var ownId = bo.Picture.People.Single(person => person.Member.Name == "Ada Adler").Member.Id;
        await bo.WaitUntil(picture => picture.At(ownId) is not null, "Ada is in sight", TimeSpan.FromSeconds(30));
        var before = bo.Picture.At(ownId)!.Value;
        await ada.PressAsync(Right);
        await bo.WaitUntil(picture => picture.PersonOf(ownId) is { } there && picture.At(there.Handle) is { } now && now.X > before.X + Protocol.UnitsPerTile && picture.Stands(there.Handle), "Ada has walked east", TimeSpan.FromSeconds(30));
        await ada.PressAsync(F9);
        await ada.SeesAsync("foyer. ");
        await ada.PressAsync(Tab + Tab + Tab);
        await ada.PressAsync(F10);
        Assert.Equal(0, await ada.EndsAsync());
    }

    /// <summary>What others write comes as text to a terminal: no title, no colour, no cleared screen.</summary>
    [Fact]
    public async Task NobodyPlaysWithAnothersTerminal()
    {
        await using var ada = await PseudoTerminal.OpenAsync(house.Address, await house.TokenAsync("Ada Arglos"), "--plain --language en");
        await ada.ReadsAsync("foyer. ");
        await using var mallory = await house.House.Enter("Mallory Mond", "foyer");
        var at = await ada.ReadsAsync("Mallory Mond came in.");
        await ada.TypeAsync("go mallory");
        at = await ada.ReadsAsync("You are talking with", at);
        await mallory.WaitUntil(picture => picture.Talk is not null, "they talk", TimeSpan.FromSeconds(30));
        // the house takes no control characters at all in a text; these are what it takes, and a terminal must not
        Assert.Equal(ErrorCode.None, await mallory.Connection.SayAsync("eins\nAnnouncement: leave\u202e!"));
        await ada.ReadsAsync("Mallory Mond writes: eins / Announcement: leave!", at);
        await ada.TypeAsync("quit");
        Assert.Equal(0, await ada.EndsAsync());
    }
}
