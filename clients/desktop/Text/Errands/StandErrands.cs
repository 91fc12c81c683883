using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>Reading stands, and asking them. The stand that was read last is the one that is meant by what follows.</summary>
sealed class StandErrands(HouseSite site, TextHouse house)
{
    /// <summary>So many hits are told.</summary>
    const int MostHits = 10;

    readonly TextWords words = house.Words;
    readonly Lock gate = new();
    StandView? shown;
    // Where one stood when it was read.
    string? readAt;
    VocabularyView? vocabulary;
    IReadOnlyList<(string Stand, EnquiryView Question)> questions = [];

    /// <summary>The stand that was read last.</summary>
    public StandView? Shown { get { lock (gate) return shown; } }

    /// <summary>The stand at which one stands, by its id; null for none.</summary>
    public string? Here => house.Picture.Plan is { } plan && PlanPlaces.AreaAt(plan, house.Picture.Own) is { } area ? house.StandIn(area.Id)?.Id : null;

    /// <summary>Reads a stand.</summary>
    public async Task<(StandView? Stand, Answer Answer)> ReadAsync(string stand)
    {
        var reply = await site.StandAsync(stand);
        if (reply is not { Granted: true, Value: { } view })
            return (null, Answer.Refused(words, reply.Error));
        var terms = await TermsAsync(view);
        lock (gate)
            (shown, readAt) = (view, Here);
        return (view, Answer.Yes(new StandPage(words, terms).Lines(view)));
    }

    /// <summary>The stand that is meant: the one that was read last, until one has gone to another. An answer when there is none.</summary>
    public async Task<(StandView? Stand, Answer? Refusal)> MeantAsync()
    {
        StandView? last;
        string? before;
        lock (gate)
            (last, before) = (shown, readAt);
        // Whoever reads another stand from where they are means that one, although they stand at this.
        if (Here is not { } here || (last is not null && (here == before || here == last.Id)))
            return last is null ? (null, Answer.No(words.Say("text.noStand"))) : (last, null);
        var (stand, answer) = await ReadAsync(here);
        return (stand, stand is null ? answer : null);
    }

    public async Task<Answer> FindAsync(string asked)
    {
        var picture = house.Picture;
        var search = new StandSearch { Words = asked, Take = MostHits, Near = picture.Room is { } room ? (room.Id, picture.Own) : null };
        var reply = await site.FindStandsAsync(search);
        if (reply is not { Granted: true, Value: { } found })
            return Answer.Refused(words, reply.Error);
        var count = found.Total > found.Hits.Length
            ? words.Say("find.some", ("count", found.Total), ("shown", found.Hits.Length))
            : words.Say("find.count", ("count", found.Total));
        return Answer.Yes([count, .. found.Hits.Select(Hit), .. found.Complete ? (string[])[] : [words.Say("find.incomplete")]]);
    }

    /// <summary>How one may wish to be answered, in the house's words: in writing in the house, by being called there, or at an address or number of one's own.</summary>
    public static IReadOnlyList<string> CallBacks { get; } = ["none", "inHouse", "email", "telephone"];

    /// <summary>Those that need an address or a number.</summary>
    public static bool NeedsReach(string callBack) => callBack is "email" or "telephone";

    /// <summary>What stands on one's card need not be typed again; empty when nothing does.</summary>
    public async Task<string> KnownReachAsync(string callBack) => (await site.OwnCardAsync()) is { Granted: true, Value.Card: { } card }
        ? callBack == "email" ? card.Email : card.Telephone
        : "";

    /// <summary>Leaves a question.</summary>
    /// <param name="stand">Where.</param>
    /// <param name="question">On one or several lines.</param>
    /// <param name="callBack">One of <see cref="CallBacks"/>.</param>
    /// <param name="reach">The address or number, where the answer is to come by that; else empty.</param>
    public async Task<Answer> AskAsync(StandView stand, string question, string callBack, string reach)
    {
        var reply = await site.LeaveQuestionAsync(stand.Id, HouseSite.NewAct(), new() { Question = question, CallBack = callBack, Reach = reach.Length > 0 ? reach : null });
        return reply.Granted ? Answer.Yes(words.Say("text.questionLeft", ("stand", stand.Name))) : Refused(reply);
    }

    /// <summary>What one has asked at stands, with the answers.</summary>
    public async Task<Answer> QuestionsAsync()
    {
        var reply = await site.CardsAsync();
        if (reply is not { Granted: true, Value: { } cards })
            return Answer.Refused(words, reply.Error);
        var all = cards.Stands.SelectMany(left => left.Enquiries.Select(question => (left.Stand, left.Name, Question: question))).ToList();
        lock (gate)
            questions = [.. all.Select(each => (each.Stand, each.Question))];
        return all.Count == 0 ? Answer.Yes(words.Say("mydata.noQuestions")) : Answer.Yes([.. all.SelectMany((each, index) => Question(index + 1, each.Name, each.Question))]);
    }

    /// <param name="number">Its place in the list of questions, from 1.</param>
    public async Task<Answer> TakeQuestionBackAsync(int number)
    {
        IReadOnlyList<(string Stand, EnquiryView Question)> list;
        lock (gate)
            list = questions;
        if (number < 1 || number > list.Count)
            return Answer.No(words.Say("text.noSuchNumber", ("number", number)));
        var (stand, question) = list[number - 1];
        var reply = await site.TakeQuestionBackAsync(stand, question.Id);
        return reply.Granted ? Answer.Yes(words.Say("question.tookBack")) : Refused(reply);
    }

    /// <summary>The stands of the house that one may see.</summary>
    public async Task<(Answer? Refusal, StandCardView[] Stands)> AllAsync()
    {
        var reply = await site.StandsAsync();
        return reply is { Granted: true, Value: { } stands } ? (null, stands) : (Answer.Refused(words, reply.Error), []);
    }

    /// <summary>The stands for which one may be called.</summary>
    public async Task<(Answer? Refusal, StandCardView[] Stands)> OwnAsync()
    {
        var (refusal, stands) = await AllAsync();
        return (refusal, Array.FindAll(stands, stand => stand.MayStaff));
    }

    /// <summary>What the house refuses, and what is wrong with the words that were sent.</summary>
    internal Answer Refused(Reply<RefusalView> reply)
    {
        var faults = reply.Value?.Faults ?? [];
        return Answer.Refused(words, reply.Error, string.Join(' ', faults.Select(fault => TerminalText.Line(words.IsGerman ? fault.German : fault.English))));
    }

    /// <summary>What challenges and solutions are called; what has no name yet is left out.</summary>
    async Task<IReadOnlyDictionary<string, string>> TermsAsync(StandView view)
    {
        if (view.Challenges.Length + view.Solutions.Length == 0)
            return new Dictionary<string, string>();
        var known = vocabulary ??= (await site.VocabularyAsync()).Value;
        return known is null
            ? new Dictionary<string, string>()
            : known.Challenges.Concat(known.Solutions).DistinctBy(word => word.Id)
                .ToDictionary(word => word.Id, word => words.IsGerman || word.English.Length == 0 ? word.German : word.English);
    }

    string Hit(StandHitView hit)
    {
        var place = house.RoomName(hit.Room);
        var where = hit.Metres is { } metres ? words.Say("find.away", ("count", metres), ("place", place)) : place;
        var at = hit.Item.Length > 0 ? $" ({words.Say("find.materialAt", ("name", hit.Name))})" : "";
        var staffed = hit.Staffed ? $" {words.Say("stand.staffed")}." : "";
        return $"{TerminalText.Line(hit.Title)}{at}: {TerminalText.Line(hit.Line)}. {where}.{staffed}";
    }

    IEnumerable<string> Question(int number, string stand, EnquiryView question)
    {
        yield return $"{number}. {TerminalText.Line(stand)}: {TerminalText.Line(question.Question)}";
        if (question.Answered is not { } answered)
            yield return "   " + words.Say("question.open");
        else if (question.Answer.Length == 0)
            yield return "   " + words.Say("question.answeredElsewhere");
        else
            yield return $"   {words.Say("question.answeredBy", ("name", question.AnsweredBy), ("time", house.Moment(answered)))} {TerminalText.Line(question.Answer)}";
    }
}
