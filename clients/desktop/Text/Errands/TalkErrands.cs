using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>What one asks in conversations.</summary>
sealed class TalkErrands(HubDesk hub, TextHouse house)
{
    readonly TextWords words = house.Words;

    /// <summary>To those one talks with.</summary>
    public async Task<Answer> SayAsync(string text) => Said(await hub.SayAsync(new() { Text = text }), "text.youSaid", text);

    public async Task<Answer> SayToAsync(PersonView person, string text) =>
        Said(await hub.SayAsync(new() { Text = text, To = person.Handle }), "text.youSaidTo", text, person.Member.Name);

    /// <summary>To everybody in the room.</summary>
    public async Task<Answer> SayToRoomAsync(string text) => Said(await hub.SayAsync(new() { Text = text, Room = true }), "text.youSaidToRoom", text);

    public Task<Answer> NameAsync(string topic) => hub.AskAsync(nameof(IHouseHub.SetTopic), new TopicRequest { Topic = topic });

    public Task<Answer> CloseAsync(bool closed) => hub.AskAsync(nameof(IHouseHub.CloseConversation), new CloseRequest { Closed = closed });

    public Task<Answer> LeaveAsync() => hub.LeaveConversationAsync();

    public Task<Answer> RaiseHandAsync(bool up) => hub.AskAsync(nameof(IHouseHub.RaiseHand), new HandRequest { Up = up }, up ? "text.handUp" : "text.handDown");

    /// <param name="sign">clap, agree, laugh, heart or question.</param>
    public async Task<Answer> ReactAsync(string sign)
    {
        var answer = await hub.AskAsync(nameof(IHouseHub.React), new ReactRequest { Reaction = sign });
        return answer.IsDone ? Answer.Yes(words.Say("text.youReacted", ("sign", words.Say($"talk.reaction.{sign}")))) : answer;
    }

    public Task<Answer> LeadAsync(bool leads) => hub.AskAsync(nameof(IHouseHub.Lead), new LeadRequest { Leads = leads }, leads ? "text.youLead" : "text.youLeadNoMore");

    /// <summary>At the conversation that did not let one in, or that somebody is in.</summary>
    public async Task<Answer> KnockAsync(PersonView? person)
    {
        var conversation = person is null
            ? house.Refusal?.Conversation ?? 0
            : Array.Find(house.Picture.Conversations, talk => talk.People.Contains(person.Handle))?.Id ?? 0;
        return conversation == 0
            ? Answer.No(words.Say("text.nothingToKnockAt"))
            : await hub.AskAsync(nameof(IHouseHub.Knock), new KnockRequest { Conversation = conversation, Wants = true }, "talk.knocked");
    }

    /// <summary>Whoever has knocked first.</summary>
    public Task<Answer> LetInAsync(bool letIn) => house.Talk?.Knocks is [var first, ..]
        ? LetInAsync(first, letIn)
        : Task.FromResult(Answer.No(words.Say("text.nothingAsked")));

    /// <param name="handle">Whoever knocks, by number.</param>
    /// <param name="letIn">Into the conversation; else not.</param>
    public Task<Answer> LetInAsync(int handle, bool letIn) => hub.AskAsync(nameof(IHouseHub.AnswerKnock), new AnswerKnockRequest { Handle = handle, LetIn = letIn });

    /// <param name="availability">available, busy or away.</param>
    public Task<Answer> BeAsync(string availability) =>
        hub.AskAsync(nameof(IHouseHub.SetAvailability), new AvailabilityRequest { Availability = availability }, $"text.now.{availability}");

    /// <summary>Out of the conversation, and spoken to by nobody; where one arrives comes after that.</summary>
    public async Task<Answer> RetreatAsync()
    {
        if (house.Talk is not null)
            await hub.LeaveConversationAsync();
        return await hub.AskAsync(nameof(IHouseHub.SetAvailability), new AvailabilityRequest { Availability = "busy" }, "retreat.done");
    }

    /// <summary>Takes a text away from all who have it.</summary>
    /// <param name="number">Its place in the list of texts, from 1.</param>
    public Task<Answer> RetractAsync(int number) => number >= 1 && number <= house.Texts.Length && house.Texts[number - 1] is { Id: not 0 } text
        ? hub.AskAsync(nameof(IHouseHub.Retract), new RetractRequest { Id = text.Id }, "order.retracted")
        : Task.FromResult(Answer.No(words.Say("text.noSuchNumber", ("number", number))));

    Answer Said(Answer answer, string key, string text, string name = "") =>
        answer.IsDone ? Answer.Yes(words.Say(key, ("text", text), ("name", name))) : answer;
}
