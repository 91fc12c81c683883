namespace Klapphaus.Desktop.Text;

/// <summary>All that can be asked for by a word. German and English words are understood side by side, whatever the language of the answers.</summary>
static class CommandTable
{
    /// <summary>A word that is further away from what was typed, in letters, was not meant.</summary>
    const int FurthestSlip = 2;

    const int MostSuggestions = 3;

    /// <summary>In the order in which help lists them.</summary>
    public static IReadOnlyList<CommandWord> All { get; } =
    [
        new("help", ["hilfe", "?"], ["help"], (desk, rest) => desk.HelpAsync(rest)),
        new("rooms", ["räume"], ["rooms"], (desk, _) => desk.RoomsAsync()),
        new("people", ["leute", "personen"], ["people"], (desk, _) => desk.PeopleAsync()),
        new("stands", ["stände", "ziele"], ["stands", "places"], (desk, _) => desk.StandsAsync()),
        new("where", ["wo"], ["where"], (desk, _) => desk.WhereAsync()),
        new("go", ["geh", "gehe"], ["go"], (desk, rest) => desk.GoAsync(rest)),
        new("follow", ["folge", "mitgehen"], ["follow"], (desk, rest) => desk.FollowAsync(rest)),
        new("halt", ["halt", "bleib"], ["halt", "stop"], (desk, _) => desk.HaltAsync()),
        new("say", ["sag", "sage"], ["say"], (desk, rest) => desk.SayAsync(rest)),
        new("tell", ["an"], ["tell", "to"], (desk, rest) => desk.TellAsync(rest)),
        new("all", ["alle"], ["all", "everybody"], (desk, rest) => desk.SayToRoomAsync(rest)),
        new("read", ["lies", "lesen"], ["read"], (desk, _) => desk.ReadAsync()),
        new("retract", ["zurück"], ["retract"], (desk, rest) => desk.RetractAsync(rest)),
        new("news", ["meldungen"], ["news"], (desk, rest) => desk.NewsAsync(rest)),
        new("quiet", ["still"], ["quiet"], (desk, rest) => desk.BeQuietAsync(rest)),
        new("topic", ["thema"], ["topic"], (desk, rest) => desk.Visit.Talks.NameAsync(rest)),
        new("close", ["schließ", "schließe"], ["close"], (desk, _) => desk.Visit.Talks.CloseAsync(closed: true)),
        new("open", ["öffne"], ["open"], (desk, _) => desk.Visit.Talks.CloseAsync(closed: false)),
        new("leave", ["verlass", "verlasse"], ["leave"], (desk, _) => desk.Visit.Talks.LeaveAsync()),
        new("knock", ["klopf", "klopfe", "anklopfen"], ["knock"], (desk, rest) => desk.KnockAsync(rest)),
        new("hand", ["hand"], ["hand", "raise"], (desk, rest) => desk.RaiseHandAsync(rest)),
        new("react", ["zeichen"], ["react", "sign"], (desk, rest) => desk.ReactAsync(rest)),
        new("lead", ["führ", "führe"], ["lead"], (desk, rest) => desk.LeadAsync(rest)),
        new("available", ["ansprechbar"], ["available"], (desk, _) => desk.Visit.Talks.BeAsync("available")),
        new("busy", ["beschäftigt"], ["busy"], (desk, _) => desk.Visit.Talks.BeAsync("busy")),
        new("away", ["abwesend"], ["away"], (desk, _) => desk.Visit.Talks.BeAsync("away")),
        new("retreat", ["sicher"], ["retreat"], (desk, _) => desk.RetreatAsync()),
        new("stand", ["stand"], ["stand"], (desk, rest) => desk.StandAsync(rest)),
        new("find", ["suche", "such"], ["find", "search"], (desk, rest) => desk.Visit.Stands.FindAsync(rest)),
        new("take", ["nimm"], ["take"], (desk, rest) => desk.TakeAsync(rest)),
        new("bag", ["tasche"], ["bag"], (desk, _) => desk.Visit.Bag.ListAsync()),
        new("drop", ["leg", "ablegen"], ["drop"], (desk, rest) => desk.DropAsync(rest)),
        new("save", ["speicher", "lade"], ["save", "download"], (desk, rest) => desk.SaveAsync(rest)),
        new("ask", ["frage", "frag"], ["ask"], (desk, rest) => desk.AskAsync(rest)),
        new("questions", ["fragen"], ["questions"], (desk, _) => desk.Visit.Stands.QuestionsAsync()),
        new("unask", ["fragezurück"], ["unask"], (desk, rest) => desk.UnaskAsync(rest)),
        new("card", ["karte"], ["card"], (desk, rest) => desk.CardAsync(rest)),
        new("give", ["gib"], ["give"], (desk, rest) => desk.GiveAsync(rest)),
        new("takeback", ["kartezurück"], ["takeback"], (desk, rest) => desk.TakeCardBackAsync(rest)),
        new("cards", ["karten"], ["cards"], (desk, _) => desk.Visit.Cards.ListAsync()),
        new("exchange", ["tausch", "tausche"], ["exchange"], (desk, rest) => desk.ExchangeAsync(rest)),
        new("decline", ["ablehnen"], ["decline"], (desk, rest) => desk.DeclineAsync(rest)),
        new("ring", ["klingel", "klingle"], ["ring"], (desk, rest) => desk.RingAsync(rest)),
        new("hangup", ["auflegen"], ["hangup"], (desk, _) => desk.Visit.Bells.HangUpAsync()),
        new("duty", ["dienst"], ["duty"], (desk, rest) => desk.DutyAsync(rest)),
        new("yes", ["ja"], ["yes"], (desk, rest) => desk.AcceptAsync(rest)),
        new("no", ["nein"], ["no"], (desk, rest) => desk.RefuseAsync(rest)),
        new("report", ["melde"], ["report"], (desk, rest) => desk.ReportAsync(rest)),
        new("block", ["blockier", "blockiere"], ["block"], (desk, rest) => desk.BlockAsync(rest)),
        new("unblock", ["freigeben"], ["unblock"], (desk, rest) => desk.UnblockAsync(rest)),
        Moderators("mute", ["stumm"], ["mute"], (desk, rest) => desk.MuteAsync(rest, muted: true)),
        Moderators("unmute", ["laut"], ["unmute"], (desk, rest) => desk.MuteAsync(rest, muted: false)),
        Moderators("muteall", ["allestumm"], ["muteall"], (desk, _) => desk.Visit.Order.MuteAllAsync()),
        Moderators("hide", ["kameraaus"], ["hide"], (desk, rest) => desk.HideAsync(rest, hidden: true)),
        Moderators("show", ["kameraan"], ["show"], (desk, rest) => desk.HideAsync(rest, hidden: false)),
        Moderators("speak", ["umswort"], ["speak"], (desk, rest) => desk.AskToSpeakAsync(rest)),
        Moderators("part", ["entfern", "entferne"], ["part"], (desk, rest) => desk.PartAsync(rest)),
        Moderators("warn", ["verwarn", "verwarne"], ["warn"], (desk, rest) => desk.WarnAsync(rest)),
        Moderators("bring", ["hierher", "hole"], ["bring"], (desk, rest) => desk.BringAsync(rest)),
        Moderators("expel", ["hinaus"], ["expel"], (desk, rest) => desk.ExpelAsync(rest)),
        Moderators("send", ["schick", "schicke"], ["send"], (desk, rest) => desk.SendAsync(rest)),
        Moderators("ban", ["sperr", "sperre"], ["ban"], (desk, rest) => desk.BanAsync(rest)),
        Moderators("word", ["wort"], ["word", "floor"], (desk, rest) => desk.GiveWordAsync(rest)),
        Moderators("waiting", ["einlass"], ["waiting", "admit"], (desk, rest) => desk.AdmitAsync(rest)),
        Moderators("reports", ["fälle"], ["reports", "cases"], (desk, rest) => desk.ReportsAsync(rest)),
        Moderators("takereport", ["übernimm"], ["takereport"], (desk, rest) => desk.TakeReportAsync(rest)),
        Moderators("uphold", ["stattgeben"], ["uphold"], (desk, rest) => desk.AnswerReportAsync(rest, upheld: true)),
        Moderators("reject", ["zurückweisen"], ["reject"], (desk, rest) => desk.AnswerReportAsync(rest, upheld: false)),
        Moderators("bans", ["ausschlüsse"], ["bans"], (desk, _) => desk.Visit.Office.BansAsync()),
        Moderators("pardon", ["zulassen"], ["pardon", "unban"], (desk, rest) => desk.PardonAsync(rest)),
        Moderators("confirm", ["bestätige"], ["confirm"], (desk, rest) => desk.ConfirmAsync(rest)),
        Moderators("rules", ["regeln"], ["rules"], (desk, rest) => desk.RulesAsync(rest)),
        Moderators("announce", ["ansage"], ["announce"], (desk, rest) => desk.AnnounceAsync(rest)),
        new("wait", ["warte"], ["wait"], (desk, rest) => desk.WaitAsync(rest)),
        new("quit", ["ende", "tschüss"], ["quit", "exit", "bye"], (desk, _) => desk.QuitAsync()),
    ];

    /// <summary>The one that is meant by a word; case, accents and the spelling of umlauts do not matter. Null for none.</summary>
    public static CommandWord? Find(string word) => All.FirstOrDefault(command => command.All.Any(each => Fold.Plain(each) == Fold.Plain(word) || Fold.German(each) == Fold.German(word)));

    /// <summary>Words that may have been meant, the likeliest first; of those that are as likely, the ones in the language of the answers.</summary>
    public static IReadOnlyList<string> Nearest(string word, bool isGerman, bool isModerator)
    {
        var typed = Fold.Plain(word);
        return
        [
            .. All.Where(command => isModerator || !command.IsForModerators)
                .Select(command => command.All.Select(each => (Word: each, Away: Away(Fold.Plain(each), typed), IsOwn: (isGerman ? command.German : command.English).Contains(each)))
                    .OrderBy(each => each.Away).ThenByDescending(each => each.IsOwn).First())
                .Where(nearest => nearest.Away <= FurthestSlip).OrderBy(nearest => nearest.Away).ThenByDescending(nearest => nearest.IsOwn)
                .Take(MostSuggestions).Select(nearest => nearest.Word),
        ];
    }

    /// <summary>A beginning that was typed is nearly the word; else so many letters have to be put, taken, changed or swapped.</summary>
    static int Away(string word, string typed)
    {
        if (typed.Length >= 2 && (word.StartsWith(typed, StringComparison.Ordinal) || typed.StartsWith(word, StringComparison.Ordinal)))
            return 1;
        // In a word of three letters two slips leave nothing of it.
        var slips = Slips.Between(word, typed);
        return Math.Min(word.Length, typed.Length) <= 3 && slips > 1 ? FurthestSlip + 1 : slips;
    }

    static CommandWord Moderators(string id, string[] german, string[] english, Func<CommandDesk, string, Task<Answer>> doAsync) =>
        new(id, german, english, doAsync) { IsForModerators = true };
}
