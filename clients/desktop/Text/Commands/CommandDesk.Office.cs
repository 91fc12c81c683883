using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// What moderators look after beside single people.
sealed partial class CommandDesk
{
    /// <summary>"Bo" gives the word on a stage, "Bo aus" takes it.</summary>
    public Task<Answer> GiveWordAsync(string rest)
    {
        var (name, isOff) = WithoutOff(rest);
        return NeedPersonAsync("word", name, person => visit.Order.GiveWordAsync(person, !isOff));
    }

    /// <summary>Who asks to be let in, to choose from; "alle", "Bo", or "Bo nicht".</summary>
    public async Task<Answer> AdmitAsync(string rest)
    {
        if (Fold.Plain(rest) is "alle" || IsAll(rest))
            return await visit.Office.LetAllInAsync();
        var (refusal, asking) = await visit.Office.AskingAsync();
        if (refusal is not null)
            return refusal;
        if (asking.Length == 0)
            return Answer.Yes(words.Say("waiting.none"));
        if (rest.Length == 0)
        {
            var list = Choose(asking, each => visit.Office.Asking(each.Who), each => visit.Office.LetInAsync(each, letIn: true));
            return list with { Lines = [words.Say("text.admitHow"), .. list.Lines.Skip(1)] };
        }
        var (name, isOff) = WithoutOff(rest);
        return await SurelyAsync(asking, each => TerminalText.Line(each.Who.Name), each => visit.Office.Asking(each.Who), name, each => visit.Office.LetInAsync(each, !isOff));
    }

    /// <summary>All that wait for an answer, or one by its number.</summary>
    public Task<Answer> ReportsAsync(string number) => number.Length == 0
        ? visit.Office.ReportsAsync()
        : NeedAsync("reports", Number(number) > 0, () => visit.Office.ReportAsync(Number(number)));

    public Task<Answer> TakeReportAsync(string number) => NeedAsync("takereport", Number(number) > 0, () => visit.Office.TakeReportAsync(Number(number)));

    /// <summary>"12: was geschehen ist", which whoever has reported reads.</summary>
    public Task<Answer> AnswerReportAsync(string rest, bool upheld)
    {
        var (number, text) = TypedLine.AtColon(rest);
        return NeedAsync(upheld ? "uphold" : "reject", Number(number) > 0 && text.Length > 0, () => visit.Office.AnswerReportAsync(Number(number), text, upheld));
    }

    public Task<Answer> PardonAsync(string name) => WithBanAsync("pardon", name, _ => true, visit.Office.PardonAsync);

    public Task<Answer> ConfirmAsync(string name) => WithBanAsync("confirm", name, ban => ban.Waits, held => visit.Office.ConfirmAsync(held.Ban));

    /// <summary>Who may do what here; with a rule behind it changes that one.</summary>
    public Task<Answer> RulesAsync(string rest)
    {
        if (rest.Length == 0)
            return visit.Office.RulesAsync();
        var change = RuleWords.Read(rest, time.GetUtcNow());
        return NeedAsync("rules", change is not null, () => visit.Office.ChangeRulesAsync(change!));
    }

    Task<Answer> WithBanAsync(string id, string name, Predicate<BanView> isMeant, Func<(string? Room, BanView Ban), Task<Answer>> then) =>
        NeedAsync(id, name.Length > 0, async () =>
        {
            var (refusal, bans) = await visit.Office.KeptOutAsync();
            return refusal ?? await SurelyAsync(Array.FindAll(bans, held => isMeant(held.Ban)), held => TerminalText.Line(held.Ban.Name), visit.Office.Ban, name, then);
        });

    /// <summary>"Bo aus" as Bo, and no.</summary>
    static (string Name, bool IsOff) WithoutOff(string rest)
    {
        var at = rest.LastIndexOf(' ');
        return at > 0 && IsOff(rest[(at + 1)..]) ? (rest[..at].TrimEnd(), true) : (rest, false);
    }
}
