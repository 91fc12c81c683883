using System.Globalization;
using Klapphaus.Contracts;

namespace Klapphaus.Client;

// What moderators look after; for others everything here is refused.
public sealed partial class HouseSite
{
    /// <summary>The rules of a room, whom they keep out or quiet, and who asks to be let in.</summary>
    public Task<Reply<RoomRulesView>> RoomRulesAsync(string room, CancellationToken cancellation = default) =>
        line.ReadAsync<RoomRulesView>(Moderated(room), cancellation);

    /// <summary>Lets everybody in who asks to come into a room.</summary>
    public Task<Reply<RefusalView>> LetAllInAsync(string room, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Put, $"{Moderated(room)}/waiting", null, cancellation);

    /// <summary>Lets somebody into a room who asks for it.</summary>
    public Task<Reply<RefusalView>> LetInAsync(string room, string member, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Put, $"{Moderated(room)}/waiting/{Segment(member)}", null, cancellation);

    /// <summary>Turns somebody away who asks to come into a room.</summary>
    public Task<Reply<RefusalView>> TurnAwayAsync(string room, string member, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Delete, $"{Moderated(room)}/waiting/{Segment(member)}", null, cancellation);

    /// <summary>Who is kept out of the house.</summary>
    public Task<Reply<BanView[]>> BansAsync(CancellationToken cancellation = default) => line.ReadAsync<BanView[]>("/api/moderation/bans", cancellation);

    /// <summary>Says yes, as the second moderator, to a ban of the house.</summary>
    public Task<Reply<RefusalView>> ConfirmBanAsync(string member, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Post, $"/api/moderation/bans/{Segment(member)}/confirm", null, cancellation);

    /// <summary>Lifts a ban of the house.</summary>
    public Task<Reply<RefusalView>> PardonAsync(string member, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Delete, $"/api/moderation/bans/{Segment(member)}", null, cancellation);

    /// <summary>Lifts a ban of a room.</summary>
    public Task<Reply<RefusalView>> PardonAsync(string room, string member, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Delete, $"{Moderated(room)}/bans/{Segment(member)}", null, cancellation);

    /// <summary>Reports and objections, the newest first.</summary>
    public Task<Reply<ReportView[]>> ReportsAsync(CancellationToken cancellation = default) => line.ReadAsync<ReportView[]>("/api/moderation/reports", cancellation);

    /// <summary>Says that one looks after a report.</summary>
    public Task<Reply<RefusalView>> TakeReportAsync(long number, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Post, $"{Report(number)}/take", null, cancellation);

    /// <summary>Answers a report or an objection; whoever has written it reads that.</summary>
    public Task<Reply<RefusalView>> AnswerReportAsync(long number, ReportAnswer answer, CancellationToken cancellation = default) =>
        line.DoAsync(HttpMethod.Post, $"{Report(number)}/answer", answer, cancellation);

    static string Moderated(string room) => $"/api/moderation/rooms/{Segment(room)}";

    static string Report(long number) => string.Create(CultureInfo.InvariantCulture, $"/api/moderation/reports/{number}");
}
