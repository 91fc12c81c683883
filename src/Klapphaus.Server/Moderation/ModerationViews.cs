using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.Conversations;

namespace Klapphaus.Server.Moderation;

/// <summary>What is kept of moderation, as it is read by people.</summary>
static class ModerationViews
{
    /// <param name="member">Who is kept out.</param>
    /// <param name="ban">As it is kept.</param>
    /// <param name="reader">Id of the moderator who reads it; empty where nobody may confirm it.</param>
    public static BanView Ban(string member, BanState ban, string reader = "") => new()
    {
        Member = member,
        Name = ban.Name,
        Reason = ban.Reason,
        Since = ban.Since,
        Until = ban.End(),
        Waits = Bans.Waits(ban),
        Pronounced = Bans.Waits(ban) ? ban.Until : null,
        Own = ban.By == reader,
    };

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
        Stand = report.Stand,
        Material = report.Material,
    };
}
