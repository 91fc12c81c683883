using Klapphaus.Contracts;
using Klapphaus.Desktop.Notices;
using Klapphaus.Desktop.Start;

namespace Klapphaus.Desktop.Reach;

/// <summary>What the house tells, as notices.</summary>
static class NewsNotices
{
    const int LongestAnnouncement = 300;

    public static Notice Of(BellRangEvent news) =>
        Call(news.Stand, news.Name, news.Room, new() { Request = news.Request, Visitor = news.Visitor, Affiliation = news.Affiliation, Wish = news.Wish, Since = news.Since });

    /// <summary>The same from the list of those who wait at a stand.</summary>
    public static Notice Of(StandAttendedEvent news, BellRequestView call) => Call(news.Stand, news.Name, news.Room, call);

    public static string CallKey(string stand, long request) => $"bell/{stand}/{request}";

    public static string CallsKey(string stand) => $"bell/{stand}/";

    /// <summary>Null for what nobody has to be told at once.</summary>
    /// <param name="news">What was left or answered.</param>
    /// <param name="count">How many of the kind have come since somebody has looked; at least 1.</param>
    public static Notice? Of(EnquiriesChangedEvent news, int count)
    {
        var (one, several) = news.Kind switch
        {
            "asked" => (Sentence.NewQuestion, Sentence.NewQuestions),
            "handed" => (Sentence.NewCard, Sentence.NewCards),
            "answered" => (Sentence.NewAnswer, Sentence.NewAnswers),
            _ => default,
        };
        if (one == Sentence.None) return null;
        var title = count == 1 ? new Phrase(one) : new Phrase(several, count);
        return new(MessageKey(news), NoticeKind.Message, title, AtStand(news.Name)) { Stand = news.Stand };
    }

    public static string MessageKey(EnquiriesChangedEvent news) => $"message/{news.Stand}/{news.Kind}";

    public static string ExchangeKey(string member) => $"exchange/{member}";

    /// <summary>Null where nothing is to be done or known.</summary>
    public static Notice? Of(ExchangeChangedEvent news) => news.State switch
    {
        "asked" => new(ExchangeKey(news.Member), NoticeKind.Message, new(Sentence.CardAsked, news.Name), new(Sentence.CardAskedMore))
        {
            Until = news.Until > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(news.Until) : null,
        },
        "agreed" => new(ExchangeKey(news.Member), NoticeKind.Message, new(Sentence.CardAgreed, news.Name), default),
        _ => null,
    };

    public static Notice Of(AnnouncedEvent news) =>
        new($"announcement/{news.At}/{news.Text}", NoticeKind.Announcement, new(Sentence.Announcement), new(Sentence.Plain, ShortText.Of(news.Text, LongestAnnouncement)));

    public static string AppointmentKey(string time) => $"appointment/{time}";

    public static Notice Of(Appointment appointment, TimeZoneInfo zone)
    {
        var clock = $"{TimeZoneInfo.ConvertTime(appointment.Start, zone):HH:mm}";
        var title = appointment.With.Length > 0 ? new Phrase(Sentence.TalkBeginsWith, clock, appointment.With) : new Phrase(Sentence.TalkBegins, clock);
        return new(AppointmentKey(appointment.Id), NoticeKind.Appointment, title, AtStand(appointment.Name))
        {
            Stand = appointment.Stand,
            Room = appointment.Room,
            Until = appointment.Start,
        };
    }

    static Notice Call(string stand, string name, string room, BellRequestView call)
    {
        var talk = call.Wish == "talk";
        var title = new Phrase(talk ? Sentence.AsksForTalk : Sentence.Rings, call.Visitor);
        var at = AtStand(name);
        var text = call.Affiliation.Length == 0 ? at : name.Length == 0 ? new(Sentence.FromPlace, call.Affiliation) : new Phrase(Sentence.FromPlaceAtStand, call.Affiliation, name);
        return new(CallKey(stand, call.Request), talk ? NoticeKind.Talk : NoticeKind.Bell, title, text) { Stand = stand, Room = room, Request = call.Request };
    }

    static Phrase AtStand(string name) => name.Length == 0 ? new(Sentence.AtUnnamedStand) : new(Sentence.AtStand, name);
}
