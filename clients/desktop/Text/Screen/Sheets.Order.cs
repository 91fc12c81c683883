using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// What moderators do.
sealed partial class Sheets
{
    const int Day = 24 * 60;

    /// <summary>How long a ban may be, in minutes; 0 is for good.</summary>
    static readonly (int Minutes, string Key)[] lengths = [(60, "ban.hour"), (Day, "ban.day"), (7 * Day, "ban.week"), (30 * Day, "ban.month"), (0, "ban.forGood")];

    /// <summary>For the room and the house; whoever is no moderator reads what there is for them instead.</summary>
    public Sheet Order() => visit.House.IsModerator
        ? new(words.Say("order.title"), [words.Say("text.orderHow")],
        [
            new(words.Say("order.announce"), () => AsksAsync(words.Say("order.announceText"), visit.Order.AnnounceAsync)),
            new(words.Say(visit.House.Talk is null ? "order.muteRoom" : "order.muteTalk"), () => ClosesAsync(visit.Order.MuteAllAsync)),
            Opens(words.Say("people.title"), People),
            new(words.Say("waiting.admit"), async () => new SheetStep.Open(await WaitingAsync())),
            new(words.Say("reports.title"), async () => new SheetStep.Open(await ReportsAsync())),
            new(words.Say("bans.title"), async () => new SheetStep.Open(await BansAsync())),
            new(words.Say("order.policy"), async () => new SheetStep.Open(new(words.Say("order.policy"), (await visit.Office.RulesAsync()).Lines, []))),
        ])
        : new(words.Say("order.title"), [words.Say("text.orderForAll")], [Opens(words.Say("people.title"), People)]);

    IEnumerable<SheetChoice> Moderating(PersonView person) =>
    [
        new(words.Say("person.mute"), () => TellsAsync(() => WithAsync(person, now => visit.Order.MuteAsync(now, muted: true)))),
        new(words.Say("person.unmute"), () => TellsAsync(() => WithAsync(person, now => visit.Order.MuteAsync(now, muted: false)))),
        new(words.Say("person.hide"), () => TellsAsync(() => WithAsync(person, now => visit.Order.HideCameraAsync(now, hidden: true)))),
        new(words.Say("person.show"), () => TellsAsync(() => WithAsync(person, now => visit.Order.HideCameraAsync(now, hidden: false)))),
        new(words.Say("person.askToSpeak"), () => TellsAsync(() => WithAsync(person, visit.Order.AskToSpeakAsync))),
        new(words.Say("person.fromTalk"), () => TellsAsync(() => WithAsync(person, visit.Order.RemoveFromTalkAsync))),
        new(words.Say("person.moveHere"), () => TellsAsync(() => WithAsync(person, visit.Order.BringAsync))),
        new(words.Say("person.warn"), () => AsksAsync(words.Say("person.warnText"), reason => WithAsync(person, now => visit.Order.WarnAsync(now, reason)))),
        new(words.Say("person.remove"), () => AsksAsync(words.Say("person.reasonOptional"), reason => WithAsync(person, now => visit.Order.ExpelAsync(now, reason, to: null)))),
        Opens(words.Say("person.sendTo"), () => Sending(person)),
        Opens(words.Say("person.ban"), () => Banning(person)),
    ];

    Sheet Sending(PersonView person) => new(words.Say("person.sendTo"), [visit.Lists.Name(person)],
    [
        .. visit.House.Rooms.Where(room => room.Id != visit.House.Picture.Room?.Id).Select(room => new SheetChoice(
            visit.Lists.Room(room), () => AsksAsync(words.Say("person.reasonOptional"), reason => WithAsync(person, now => visit.Order.ExpelAsync(now, reason, room))))),
    ]);

    Sheet Banning(PersonView person) => new(words.Say("ban.where"), [visit.Lists.Name(person)],
        [Opens(words.Say("ban.room"), () => Banning(person, isOfHouse: false)), Opens(words.Say("ban.house"), () => Banning(person, isOfHouse: true))]);

    Sheet Banning(PersonView person, bool isOfHouse) => new(words.Say("ban.length"), [visit.Lists.Name(person)],
    [
        .. lengths.Select(length => new SheetChoice(
            words.Say(length.Key), () => AsksAsync(words.Say("ban.reason"), reason => WithAsync(person, now => visit.Order.BanAsync(now, isOfHouse, length.Minutes, reason))))),
    ]);
}
