namespace Klapphaus.Desktop.Text;

// Whoever waits for an answer.
sealed partial class Sheets
{
    /// <summary>Calls at stands, and those who knock, with a yes and a no to each; null while nobody waits.</summary>
    public Sheet? Answers()
    {
        var (calls, knocks) = (visit.House.Calls, visit.House.Talk?.Knocks ?? []);
        if (calls.Count + knocks.Length == 0)
            return null;
        var bells = new BellSentences(words);
        List<string> text = [];
        // It comes by itself, and may come under an Enter that was meant for something else: the first choice does nothing.
        List<SheetChoice> choices = [new(words.Say("text.later"), () => Task.FromResult<SheetStep>(new SheetStep.Back()))];
        foreach (var call in calls)
        {
            text.Add($"{bells.Tell(call, visit.House.RoomName(call.Room))} {words.Say("text.bellHow")}");
            choices.Add(Answering("bell.accept", call.Visitor, $"yes {call.Stand} {call.Request}", () => commands.AnswerCallAsync(call, agrees: true)));
            choices.Add(Answering("bell.decline", call.Visitor, $"no {call.Stand} {call.Request}", () => commands.AnswerCallAsync(call, agrees: false)));
        }
        foreach (var knock in knocks)
        {
            var name = visit.House.NameOf(knock);
            text.Add(words.Say("text.knocks", ("name", name)));
            choices.Add(Answering("talk.letIn", name, $"yes {knock}", () => visit.Talks.LetInAsync(knock, letIn: true)));
            choices.Add(Answering("talk.turnAway", name, $"no {knock}", () => visit.Talks.LetInAsync(knock, letIn: false)));
        }
        return new(words.Say("text.waiting"), text, choices, Answers);
    }

    SheetChoice Answering(string key, string name, string id, Func<Task<Answer>> answerAsync) => new($"{words.Say(key)}: {name}", () => TellsAsync(answerAsync), id);
}
