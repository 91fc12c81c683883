using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>What is said when one's own conversation is otherwise than before.</summary>
/// <param name="words">The language.</param>
/// <param name="me">The own avatar's number.</param>
/// <param name="nameOf">What somebody is called, by number.</param>
/// <param name="titleOf">What an area is called, by its id.</param>
sealed class TalkSentences(TextWords words, int me, Func<int, string> nameOf, Func<string, string> titleOf)
{
    /// <summary>One sentence for each thing that is worth one.</summary>
    public IReadOnlyList<string> Tell(TalkView? before, TalkChangedEvent news) => news switch
    {
        { Talk: null } => before is not null && words.Knows($"talk.left.{news.Left}") ? [words.Say($"talk.left.{news.Left}")] : [],
        { Talk: { } talk } when before?.Id != talk.Id => [Entrance(talk)],
        { Talk: { } talk } => [.. Changes(before!, talk)],
    };

    /// <summary>Why no conversation began; empty where that goes without saying.</summary>
    public string Refusal(NotConnectedEvent news) => words.Knows($"talk.refused.{news.Reason}")
        ? words.Say($"talk.refused.{news.Reason}", ("name", news.Other < 0 ? "" : nameOf(news.Other)))
        : "";

    /// <summary>"Bo, Cem und Dora": everybody in the conversation but oneself.</summary>
    public string Others(TalkView talk) => words.Enumerate([.. talk.People.Where(person => person.Handle != me).Select(person => nameOf(person.Handle))]);

    string Entrance(TalkView talk)
    {
        var others = Others(talk);
        var own = Array.Find(talk.People, person => person.Handle == me);
        var topic = talk.Topic.Length > 0 ? " " + words.Say("talk.topicNow", ("topic", talk.Topic)) : "";
        if (talk.Area is { } area)
            return (others.Length > 0 ? words.Say("talk.joined.area", ("title", titleOf(area)), ("names", others)) : words.Say("talk.joined.areaAlone", ("title", titleOf(area)))) + topic;
        var key = own?.Why is "met" or "letIn" ? $"talk.joined.{own.Why}" : "talk.joined.stopped";
        return words.Say(key, ("names", others), ("name", nameOf(own?.With ?? -1))) + topic;
    }

    IEnumerable<string> Changes(TalkView before, TalkView talk)
    {
        var were = before.People.ToDictionary(person => person.Handle);
        foreach (var person in talk.People)
        {
            foreach (var sentence in Changes(were.GetValueOrDefault(person.Handle), person))
                yield return sentence;
        }
        foreach (var person in before.People)
        {
            if (Array.TrueForAll(talk.People, other => other.Handle != person.Handle))
                yield return words.Say("talk.went", ("name", nameOf(person.Handle)));
        }
        foreach (var knocking in talk.Knocks.Except(before.Knocks))
            yield return words.Say("text.knocks", ("name", nameOf(knocking)));
        if (talk.Closed != before.Closed)
            yield return words.Say(talk.Closed ? "talk.nowClosed" : "talk.nowOpen");
        if (talk.Topic != before.Topic && talk.Topic.Length > 0)
            yield return words.Say("talk.topicNow", ("topic", talk.Topic));
        if (talk.Leader != before.Leader && talk.Leader >= 0 && talk.Leader != me)
            yield return words.Say("text.leads", ("name", nameOf(talk.Leader)));
    }

    IEnumerable<string> Changes(ParticipantView? was, ParticipantView person)
    {
        if (was is null)
            yield return words.Say("talk.came", ("name", nameOf(person.Handle)));
        else if (person.Hand > 0 && was.Hand == 0 && person.Handle != me)
            yield return words.Say("talk.handUp", ("name", nameOf(person.Handle)));
        if (was is null || person.Handle != me)
            yield break;
        if (person.Muted != was.Muted)
            yield return words.Say(person.Muted ? "talk.mutedYou" : "talk.unmutedYou");
        if (person.Word != was.Word)
            yield return words.Say(person.Word ? "talk.wordGiven" : "talk.wordTaken");
    }
}
