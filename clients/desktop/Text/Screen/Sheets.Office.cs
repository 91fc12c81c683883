using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// What moderators look after beside single people.
sealed partial class Sheets
{
    async Task<Sheet> WaitingAsync()
    {
        var (refusal, asking) = await visit.Office.AskingAsync();
        if (refusal is not null || asking.Length == 0)
            return new(words.Say("waiting.admit"), refusal?.Lines ?? [words.Say("waiting.none")], []);
        return new(words.Say("waiting.admit"), [],
        [
            new(words.Say("waiting.admitAll"), () => ClosesAsync(visit.Office.LetAllInAsync)),
            .. asking.Select(each => Opens(visit.Office.Asking(each.Who), () => new(visit.Office.Asking(each.Who), [],
            [
                new(words.Say("waiting.admit"), () => ClosesAsync(() => visit.Office.LetInAsync(each, letIn: true))),
                new(words.Say("waiting.turnAway"), () => ClosesAsync(() => visit.Office.LetInAsync(each, letIn: false))),
            ]))),
        ]);
    }

    async Task<Sheet> ReportsAsync()
    {
        var (refusal, reports) = await visit.Office.OpenReportsAsync();
        string[] none = reports.Length == 0 ? [words.Say("reports.none")] : [];
        return new(words.Say("reports.title"), refusal?.Lines ?? none, [.. reports.Select(report => Opens(visit.Office.Report(report), () => Report(report)))]);
    }

    Sheet Report(ReportView report) => new(words.Say("reports.title"), visit.Office.Page(report),
    [
        new(words.Say("reports.take"), () => TellsAsync(() => visit.Office.TakeReportAsync(report.Number))),
        new(words.Say("reports.uphold"), () => AsksAsync(words.Say("reports.answer"), text => visit.Office.AnswerReportAsync(report.Number, text, upheld: true))),
        new(words.Say("reports.reject"), () => AsksAsync(words.Say("reports.answer"), text => visit.Office.AnswerReportAsync(report.Number, text, upheld: false))),
    ]);

    async Task<Sheet> BansAsync()
    {
        var (refusal, bans) = await visit.Office.KeptOutAsync();
        string[] none = bans.Length == 0 ? [words.Say("bans.none")] : [];
        return new(words.Say("bans.title"), refusal?.Lines ?? none, [.. bans.Select(held => Opens(visit.Office.Ban(held), () => Ban(held)))]);
    }

    Sheet Ban((string? Room, BanView Ban) held)
    {
        List<SheetChoice> choices = [new(words.Say("bans.lift"), () => ClosesAsync(() => visit.Office.PardonAsync(held)))];
        if (held.Ban is { Waits: true, Own: false })
            choices.Add(new(words.Say("bans.confirm"), () => ClosesAsync(() => visit.Office.ConfirmAsync(held.Ban))));
        return new(words.Say("bans.title"), [visit.Office.Ban(held)], choices);
    }
}
