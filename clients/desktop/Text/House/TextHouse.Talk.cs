using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

// The conversation, and what is written in it.
public sealed partial class TextHouse
{
    const int MostTexts = 200;

    readonly List<TextLine> texts = [];
    TalkView? talk;
    NotConnectedEvent? refusal;
    long refusals;

    /// <summary>One's own conversation, or null.</summary>
    public TalkView? Talk { get { lock (gate) return talk; } }

    /// <summary>Why no conversation began where one has stopped last; null after one has begun.</summary>
    public NotConnectedEvent? Refusal { get { lock (gate) return refusal; } }

    /// <summary>How often none has begun.</summary>
    public long Refusals { get { lock (gate) return refusals; } }

    /// <summary>What was written, the oldest first. Another conversation begins with none.</summary>
    public TextLine[] Texts { get { lock (gate) return [.. texts]; } }

    /// <summary>Says in one line with whom one talks; empty for nobody.</summary>
    public string TalkTitle
    {
        get
        {
            lock (gate)
            {
                if (talk is null)
                    return "";
                var others = Sentences().Others(talk);
                var title = talk.Area is { } area ? TitleOf(area) : "";
                if (others.Length == 0)
                    return title;
                return title.Length > 0 ? Words.Say("talk.bar.area", ("title", title), ("names", others)) : Words.Say("talk.bar.circle", ("names", others));
            }
        }
    }

    public void Hear(TalkChangedEvent news)
    {
        IReadOnlyList<string> said;
        bool waits;
        lock (gate)
        {
            said = Sentences().Tell(talk, news);
            waits = news.Talk is { } now && now.Knocks.Except(talk?.Knocks ?? []).Any();
            if (news.Talk is { } begun && begun.Id != talk?.Id)
            {
                texts.Clear();
                refusal = null;
            }
            talk = news.Talk;
        }
        if (waits)
            Asked?.Invoke();
        foreach (var sentence in said)
            News.Tell(waits ? NewsKind.Call : NewsKind.Event, sentence);
        Changed?.Invoke();
    }

    public void Hear(NotConnectedEvent news)
    {
        string said;
        lock (gate)
        {
            refusal = news;
            refusals++;
            said = Sentences().Refusal(news);
        }
        Tell(NewsKind.Event, said);
    }

    public void Hear(SaidEvent news)
    {
        if (news.Kind == "typing")
            return;
        var name = NameOf(news.From);
        bool isOwn;
        lock (gate)
            isOwn = news.From == own;
        if (news.Kind == "reaction")
        {
            if (!isOwn && Words.Knows($"talk.reaction.{news.Text}"))
                Tell(NewsKind.Event, Words.Say("talk.reacted", ("names", name), ("sign", Words.Say($"talk.reaction.{news.Text}"))));
            return;
        }
        var text = TerminalText.Line(news.Text);
        var sentence = (isOwn, news.Scope) switch
        {
            (true, "person") => Words.Say("text.youSaidTo", ("name", NameOf(news.To)), ("text", text)),
            (true, "room") => Words.Say("text.youSaidToRoom", ("text", text)),
            (true, _) => Words.Say("text.youSaid", ("text", text)),
            (_, "person") => Words.Say("text.saidToYou", ("name", name), ("text", text)),
            (_, "room") => Words.Say("text.saidToRoom", ("name", name), ("text", text)),
            _ => Words.Say("text.said", ("name", name), ("text", text)),
        };
        lock (gate)
        {
            texts.Add(new(news.Id, news.From, name, isOwn, DateTimeOffset.FromUnixTimeMilliseconds(news.At), text, sentence));
            if (texts.Count > MostTexts)
                texts.RemoveAt(0);
        }
        Tell(isOwn ? NewsKind.Own : NewsKind.Said, sentence);
    }

    public void Hear(RetractedEvent news)
    {
        int gone;
        lock (gate)
            gone = texts.RemoveAll(text => news.Ids.Contains(text.Id));
        if (gone > 0)
            Tell(NewsKind.Event, Words.Say("talk.retracted"));
    }

    void EnterRoom()
    {
        lock (gate)
            (talk, refusal) = (null, null);
    }

    TalkSentences Sentences() => new(Words, own, NameOf, TitleOf);

    string TitleOf(string area) => Picture.Plan is { } plan && Array.Find(plan.Areas, each => each.Id == area) is { } found ? Place.Title(found) : "";
}
