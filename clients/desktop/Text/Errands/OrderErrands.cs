using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>What one may do about others: everybody a little, moderators more. The house decides; whoever may not is told so.</summary>
sealed class OrderErrands(HouseConnection connection, HouseSite site, HubDesk hub, TextHouse house, TimeProvider time)
{
    /// <summary>A report takes along what was written in so long a time.</summary>
    static readonly TimeSpan reported = TimeSpan.FromMinutes(2);

    const int Day = 24 * 60;

    readonly TextWords words = house.Words;

    public Task<Answer> MuteAsync(PersonView person, bool muted) =>
        AboutAsync(person, nameof(IHouseHub.Mute), new MuteRequest { Handle = person.Handle, Muted = muted }, muted ? "order.muted" : "order.unmuted");

    /// <summary>Everybody in one's conversation, where one is in one, else in the room; but oneself.</summary>
    public Task<Answer> MuteAllAsync() =>
        hub.AskAsync(nameof(IHouseHub.MuteAll), new MuteAllRequest { Conversation = house.Talk?.Id ?? 0, But = house.Picture.Handle }, "order.mutedAll");

    public Task<Answer> HideCameraAsync(PersonView person, bool hidden) =>
        AboutAsync(person, nameof(IHouseHub.HideCamera), new HideCameraRequest { Handle = person.Handle, Hidden = hidden }, hidden ? "order.hidden" : "order.shown");

    public Task<Answer> AskToSpeakAsync(PersonView person) => AboutAsync(person, nameof(IHouseHub.AskToSpeak), new AskToSpeakRequest { Handle = person.Handle }, "order.asked");

    public Task<Answer> RemoveFromTalkAsync(PersonView person) =>
        AboutAsync(person, nameof(IHouseHub.RemoveFromConversation), new RemoveRequest { Handle = person.Handle }, "text.removedFromTalk");

    public Task<Answer> WarnAsync(PersonView person, string reason) =>
        AboutAsync(person, nameof(IHouseHub.Warn), new WarnRequest { Handle = person.Handle, Reason = reason }, "order.warned");

    /// <summary>Puts somebody where one stands oneself.</summary>
    public Task<Answer> BringAsync(PersonView person)
    {
        var here = connection.Walker.Position;
        return AboutAsync(person, nameof(IHouseHub.MovePerson), new MovePersonRequest { Handle = person.Handle, X = here.X, Y = here.Y }, "order.moved");
    }

    /// <param name="person">Who.</param>
    /// <param name="reason">May be empty.</param>
    /// <param name="to">The room to which they are to go; null for none.</param>
    public Task<Answer> ExpelAsync(PersonView person, string reason, RoomSummary? to) => AboutAsync(
        person, nameof(IHouseHub.Expel), new ExpelRequest { Handle = person.Handle, Reason = reason, To = to?.Id }, to is null ? "order.removed" : "order.sent");

    /// <param name="person">Who.</param>
    /// <param name="isOfHouse">Of the whole house, not only of this room.</param>
    /// <param name="minutes">For how long; 0 for good.</param>
    /// <param name="reason">Which the person reads.</param>
    public async Task<Answer> BanAsync(PersonView person, bool isOfHouse, int minutes, string reason)
    {
        var isLong = isOfHouse && minutes is 0 or > Day;
        // Where four eyes are wanted, a long ban is a short one until somebody else has confirmed it.
        var waits = isLong && await site.HouseAsync() is { Value.FourEyes: true };
        return await AboutAsync(
            person, nameof(IHouseHub.Ban), new BanRequest { Member = person.Member.Id, House = isOfHouse, Minutes = minutes, Reason = reason }, waits ? "order.bannedForNow" : "order.banned");
    }

    public Task<Answer> AnnounceAsync(string text) => hub.AskAsync(nameof(IHouseHub.Announce), new AnnounceRequest { Text = text }, "order.announced");

    /// <summary>Gives somebody the word on a stage, or takes it.</summary>
    public Task<Answer> GiveWordAsync(PersonView person, bool word) =>
        AboutAsync(person, nameof(IHouseHub.GiveWord), new WordRequest { Handle = person.Handle, Word = word }, word ? "text.wordGiven" : "text.wordTaken");

    /// <summary>With what the person has written in the last two minutes.</summary>
    public Task<Answer> ReportAsync(PersonView person, string reason)
    {
        var since = time.GetUtcNow() - reported;
        long[] texts = [.. house.Texts.Where(text => text.From == person.Handle && text.Id != 0 && text.At >= since).Select(text => text.Id)];
        return AboutAsync(person, nameof(IHouseHub.Report), new ReportRequest { Handle = person.Handle, Reason = reason, Texts = texts }, "text.reported");
    }

    public Task<Answer> BlockAsync(PersonView person) =>
        AboutAsync(person, nameof(IHouseHub.Block), new BlockRequest { Member = person.Member.Id, Blocked = true }, "text.blocked");

    /// <summary>Somebody whom one has blocked, wherever they are.</summary>
    public Task<Answer> UnblockAsync(BlockedView blocked) =>
        hub.AskAsync(nameof(IHouseHub.Block), new BlockRequest { Member = blocked.Member, Blocked = false }, "order.unblocked");

    public async Task<(Answer? Refusal, BlockedView[] Blocked)> BlockedAsync()
    {
        var reply = await site.MeAsync();
        return reply is { Granted: true, Value: { } me } ? (null, me.Blocked) : (Answer.Refused(words, reply.Error), []);
    }

    /// <summary>Says of whom it was done: whoever meant somebody else reads so at once.</summary>
    async Task<Answer> AboutAsync(PersonView person, string method, object request, string done)
    {
        var answer = await hub.AskAsync(method, request, done);
        return answer.IsDone ? answer with { Lines = [.. answer.Lines.Select(line => words.Say("text.about", ("what", line), ("name", person.Member.Name)))] } : answer;
    }
}
