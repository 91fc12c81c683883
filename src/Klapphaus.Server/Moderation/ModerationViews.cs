using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.Conversations;

namespace Klapphaus.Server.Moderation;

/// <summary>What is kept of moderation, as it is read by people.</summary>
static class ModerationViews
{
    public static BanView Ban(string member, BanState ban) => new() { Member = member, Name = ban.Name, Reason = ban.Reason, Since = ban.Since, Until = ban.Until };

    public static LogLineView Line(LogEntry entry) => new()
    {
        Number = entry.Number,
        At = entry.At,
        Deed = TalkViews.Word(entry.Deed),
        By = entry.ByName,
        Of = entry.OfName,
        Reason = entry.Reason,
        Until = entry.Until,
        Room = entry.Room,
    };

    /// <param name="report">What was reported.</param>
    /// <param name="isForModerators">They may act on whom it is about.</param>
    public static ReportView Report(Report report, bool isForModerators) => new()
    {
        Number = report.Number,
        Kind = TalkViews.Word(report.Kind),
        At = report.At,
        By = report.ByName,
        Of = report.OfName,
        OfMember = isForModerators ? report.Of : "",
        Room = report.Room,
        Reason = report.Reason,
        Texts = [.. report.Texts.Select(t => new ReportedTextView { At = t.At, Name = t.Name, Text = t.Text })],
        State = TalkViews.Word(report.State),
        TakenBy = report.TakenBy,
        Answer = report.Answer,
        AnsweredAt = report.AnsweredAt,
        Line = report.Line is { } line ? Line(line) : null,
    };
}
