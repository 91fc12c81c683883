using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>The bells of stands: ringing as a visitor, and being called as a host.</summary>
sealed class BellErrands(HubDesk hub, TextHouse house, StandErrands stands)
{
    readonly TextWords words = house.Words;

    /// <summary>Rings where one stands.</summary>
    /// <param name="wish">ring; talk for a talk alone.</param>
    public async Task<Answer> RingAsync(string wish)
    {
        if (stands.Here is not { } stand)
            return Answer.Refused(words, ErrorCode.StandTooFar);
        if (house.Rung is { } rung && rung.Stand != stand)
            return Answer.No(words.Say("bell.elsewhere"));
        return await hub.AskAsync(nameof(IHouseHub.RingBell), new RingBellRequest { Stand = stand, Wish = wish });
    }

    /// <summary>Waits no more where one has rung, or ends the talk that came of it.</summary>
    public async Task<Answer> LeaveAsync()
    {
        if ((house.Rung?.Stand ?? stands.Here) is not { } stand)
            return Answer.Refused(words, ErrorCode.BellUnknown);
        var answer = await hub.AskAsync(nameof(IHouseHub.LeaveBell), new LeaveBellRequest { Stand = stand });
        if (answer.IsDone || answer.Error is ErrorCode.BellUnknown or ErrorCode.StandUnknown)
            house.LeftBell(stand);
        return answer;
    }

    /// <summary>Ends the talk alone that one is in, as the host or as the visitor.</summary>
    public async Task<Answer> HangUpAsync()
    {
        if (house.Desks.FirstOrDefault(desk => desk.Talk is not null) is { } desk)
            return await hub.AskAsync(nameof(IHouseHub.EndTalk), new EndTalkRequest { Stand = desk.Stand });
        return house.Rung is { State: "accepted" } ? await LeaveAsync() : Answer.No(words.Say("text.noStandTalk"));
    }

    /// <summary>Can be called for a stand, or no longer.</summary>
    /// <param name="stand">Its id.</param>
    /// <param name="on">From now on; else no longer.</param>
    public Task<Answer> BeOnDutyAsync(string stand, bool on) => hub.AskAsync(nameof(IHouseHub.StandDuty), new StandDutyRequest { Stand = stand, On = on });

    /// <summary>Comes, or cannot.</summary>
    /// <param name="call">Who rings, where.</param>
    /// <param name="accept">One comes.</param>
    /// <param name="text">What the visitor reads to a no: up to 200 characters; may be empty.</param>
    public async Task<Answer> AnswerAsync(BellRangEvent call, bool accept, string text = "")
    {
        var request = new AnswerBellRequest { Stand = call.Stand, Request = call.Request, Accept = accept, Text = accept ? "" : text };
        var answer = await hub.AskAsync(nameof(IHouseHub.AnswerBell), request);
        // A call that can be answered no more would take the next yes away from somebody who knocks.
        if (answer.IsDone || answer.Error is ErrorCode.BellOver or ErrorCode.BellTaken or ErrorCode.BellUnknown or ErrorCode.NotOnDuty or ErrorCode.StandUnknown)
            house.Answered(call);
        return answer.IsDone ? Answer.Yes(words.Say(accept ? "bell.going" : request.Text.Length > 0 ? "bell.answered" : "bell.notNow", ("name", call.Visitor))) : answer;
    }

    /// <summary>The line is there again: whoever was on duty is so still, and whoever waited at a bell waits.</summary>
    public async Task<Answer> ComeBackAsync()
    {
        var (duty, rung) = house.ForgetBells();
        List<string> refused = [];
        foreach (var stand in duty)
            refused.AddRange((await BeOnDutyAsync(stand, on: true)).Lines);
        if (rung is not null)
            refused.AddRange((await RingOnAsync(rung)).Lines);
        return new(refused.Count == 0, refused);
    }

    /// <summary>Rings once more, unless the house knows how it ended.</summary>
    public Task<Answer> RingOnAsync(BellChangedEvent rung) =>
        hub.AskAsync(nameof(IHouseHub.RingBell), new RingBellRequest { Stand = rung.Stand, Wish = rung.Wish, Resume = true });
}
