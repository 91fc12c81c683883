using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>How it is at the bells of stands, in whole sentences: for who has rung, and for who is called.</summary>
sealed class BellSentences(TextWords words)
{
    public string Tell(BellChangedEvent bell)
    {
        var sentence = State(bell);
        return bell.Text.Length > 0 && bell.State != "accepted" ? $"{sentence} {words.Say("bell.said", ("host", Somebody(bell.TextBy)), ("text", bell.Text))}" : sentence;
    }

    /// <summary>Who wants a host, where.</summary>
    public string Tell(BellRangEvent call, string room)
    {
        var visitor = call.Affiliation.Length > 0 ? $"{call.Visitor} ({call.Affiliation})" : call.Visitor;
        return words.Say(call.Wish == "talk" ? "bell.wantsTalk" : "bell.wants", ("visitor", visitor), ("stand", Stand(call.Name)), ("room", room));
    }

    public string Tell(BellStopsEvent news, string visitor) =>
        news.By.Length > 0 ? words.Say("bell.taken", ("host", news.By), ("name", visitor)) : words.Say("bell.stopped", ("name", visitor));

    /// <summary>What has become of the own talk at a stand, and of the own duty; empty when both are as before.</summary>
    public string Tell(StandAttendedEvent? before, StandAttendedEvent now)
    {
        List<string> said = [];
        if (before?.OnDuty != now.OnDuty)
            said.Add(words.Say(now.OnDuty ? "bell.onDuty" : "bell.offDuty"));
        // Of a talk that goes on after a broken line one knows.
        if (before is not null && before.Talk?.Request != now.Talk?.Request)
        {
            if (before.Talk is { } ended)
                said.Add(words.Say("bell.talkEnds", ("name", ended.Visitor), ("stand", Stand(now.Name))));
            if (now.Talk is { } begun)
                said.Add(words.Say("bell.talkBegins", ("name", begun.Visitor), ("stand", Stand(now.Name))));
        }
        return string.Join(' ', said);
    }

    string State(BellChangedEvent bell)
    {
        if (bell.State == "accepted")
            return words.Say(bell.Wish == "talk" ? "bell.talks" : "bell.comes", ("host", Somebody(bell.Host)));
        if (bell.State == "over")
            return words.Say(words.Knows($"bell.over.{bell.End}") ? $"bell.over.{bell.End}" : "bell.over.withdrawn");
        var what = bell.State == "unheard" ? words.Say("bell.unheard")
            : bell.Called > 0 ? words.Say("bell.rings", ("count", bell.Called))
            : words.Say(bell.Staffed ? "bell.allBusy" : "bell.nobody");
        return bell.Length > 1 || (bell.Called == 0 && bell.Staffed) ? $"{what} {words.Say("bell.place", ("place", bell.Place), ("count", bell.Length))}" : what;
    }

    string Somebody(string name) => name.Length > 0 ? name : words.Say("bell.somebody");

    string Stand(string name) => name.Length > 0 ? name : words.Say("stand.unnamed");
}
