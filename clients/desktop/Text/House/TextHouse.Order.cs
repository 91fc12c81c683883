using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// What moderators do and say.
public sealed partial class TextHouse
{
    PolicyView? policy;

    /// <summary>Who may do what in the room; null when everybody may do everything.</summary>
    public PolicyView? Policy { get { lock (gate) return policy; } }

    public void Hear(ModeratedEvent news)
    {
        if (news.Kind is "removed" or "sent" or "bannedFromRoom" or "roomClosed")
            LeaveRoom();
        Tell(NewsKind.Call, Sentence(news));
    }

    public void Hear(PolicyChangedEvent news)
    {
        PolicyView before;
        lock (gate)
        {
            before = policy ?? news.Policy with { SlowSeconds = 0, ShutFrom = 0, WaitingRoom = false };
            policy = news.Policy;
        }
        var now = news.Policy;
        List<string> said = [];
        if (now.SlowSeconds != before.SlowSeconds)
            said.Add(now.SlowSeconds > 0 ? Words.Say("policy.slow", ("count", now.SlowSeconds)) : Words.Say("policy.notSlow"));
        if (now.WaitingRoom != before.WaitingRoom)
            said.Add(Words.Say(now.WaitingRoom ? "policy.waits" : "policy.waitsNoMore"));
        if (now.ShutFrom != before.ShutFrom)
            said.Add(now.ShutFrom > 0 ? Words.Say("policy.shuts", ("time", Moment(now.ShutFrom))) : Words.Say("policy.open"));
        Tell(NewsKind.Event, said.Count > 0 ? string.Join(' ', said) : Words.Say("policy.changed"));
    }

    public void Hear(AnnouncedEvent news) => Tell(NewsKind.Call, Words.Say("notice.announcedSaid", ("text", news.Text)));

    string Sentence(ModeratedEvent news) => news.Kind switch
    {
        "warned" => $"{Words.Say("notice.warned")}. {Words.Say("notice.warnedText")}{Reason(news.Reason)}",
        "removed" => $"{Words.Say("notice.removed")}. {Words.Say("notice.removedText")}{Reason(news.Reason)}",
        "sent" => $"{Words.Say("notice.sent")}. {Words.Say("notice.sentText", ("room", news.Room is { } room ? RoomName(room) : ""))}.{Reason(news.Reason)}",
        "bannedFromRoom" => $"{Words.Say("notice.banned")}. {BannedUntil(news)}{Reason(news.Reason)}",
        "roomClosed" => $"{Words.Say("notice.closed")}. {Words.Say("notice.closedText")}{Reason(news.Reason)}",
        "askedToSpeak" => $"{Words.Say("notice.askedToSpeak")}. {Words.Say("text.noVoice")}",
        "somebodyWaits" => Words.Say("text.somebodyWaits", ("name", news.Reason)),
        // In a conversation it is said with that.
        "muted" => Talk is null ? Words.Say("talk.mutedYou") : "",
        "unmuted" => Talk is null ? Words.Say("talk.unmutedYou") : "",
        "hidden" or "shown" or "moved" => Words.Say($"notice.{news.Kind}"),
        _ => "",
    };

    string BannedUntil(ModeratedEvent news) => news.Until == 0 ? Words.Say("notice.bannedForGood") : Words.Say("notice.bannedUntil", ("time", Moment(news.Until)));
}
