using Klapphaus.Contracts;
using Klapphaus.Desktop.Members;

namespace Klapphaus.Desktop.Reach;

/// <summary>
/// Asks the house what has been left for one: at the start, after each lost line, since what is told while there is no line is told to nobody, and whenever something
/// is told. What was left counts once by its id, however one has heard of it.
/// </summary>
sealed class CatchUp
{
    const string Asked = "asked", Handed = "handed", Answered = "answered";

    readonly LeftBook book = new();

    /// <summary>Looks everywhere; where it looks for the first time nothing is new.</summary>
    public async Task<LeftLook> LookAsync(HouseApi house, AccessToken token, CancellationToken cancellation)
    {
        List<LeftNews> came = [];
        var stands = await house.StandsAsync(token, cancellation);
        var trouble = Passing(stands.Error);
        foreach (var stand in (stands.Value ?? []).Where(stand => stand.Mine))
        {
            var look = await LookAsync(house, token, stand.Id, stand.Name, null, cancellation);
            came.AddRange(look.Came);
            if (look.Trouble != ErrorCode.None) trouble = look.Trouble;
        }
        var answers = await LookAtAnswersAsync(house, token, null, cancellation);
        return new([.. came, .. answers.Came], answers.Trouble == ErrorCode.None ? trouble : answers.Trouble);
    }

    /// <summary>The house tells of something: looks there.</summary>
    /// <returns>All that is new there; what was told of counts as one where it was never looked before.</returns>
    public Task<LeftLook> NoteAsync(HouseApi house, AccessToken token, EnquiriesChangedEvent news, CancellationToken cancellation) =>
        news.Kind == Answered ? LookAtAnswersAsync(house, token, news, cancellation) : LookAsync(house, token, news.Stand, news.Name, news, cancellation);

    public void Clear() => book.Clear();

    /// <summary>What is left at a stand now; gives what of it is new.</summary>
    /// <param name="stand">Its id.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="left">All that was left there.</param>
    /// <param name="told">What the house has told of, or null.</param>
    public IReadOnlyList<LeftNews> Take(string stand, string name, EnquiriesView left, EnquiriesChangedEvent? told)
    {
        List<LeftNews> came = [];
        Add(came, stand, name, Asked, book.Take($"{Asked}/{stand}", left.Enquiries.Select(each => each.Id))?.Count ?? First(Asked));
        Add(came, stand, name, Handed, book.Take($"{Handed}/{stand}", left.Cards.Select(each => each.Id))?.Count ?? First(Handed));
        return came;

        int First(string kind) => told?.Kind == kind ? 1 : 0;
    }

    /// <summary>The answers to one's own questions that there are now. All are on one shelf, so that the first of a stand is news, too.</summary>
    /// <param name="stands">At which one has left something.</param>
    /// <param name="told">What the house has told of, or null.</param>
    public IReadOnlyList<LeftNews> Take(LeftAtStandView[] stands, EnquiriesChangedEvent? told)
    {
        List<LeftNews> came = [];
        var fresh = book.Take(Answered, stands.SelectMany(Answers));
        foreach (var stand in stands)
            Add(came, stand.Stand, stand.Name, Answered, fresh is not null ? Answers(stand).Count(fresh.Contains) : told?.Stand == stand.Stand ? 1 : 0);
        return came;
    }

    async Task<LeftLook> LookAsync(HouseApi house, AccessToken token, string stand, string name, EnquiriesChangedEvent? told, CancellationToken cancellation)
    {
        var left = await house.EnquiriesAsync(token, stand, cancellation);
        // not all of a team may read what was left
        return left.Value is null ? Unseen(left.Error, told) : new(Take(stand, name, left.Value, told), ErrorCode.None);
    }

    async Task<LeftLook> LookAtAnswersAsync(HouseApi house, AccessToken token, EnquiriesChangedEvent? told, CancellationToken cancellation)
    {
        var cards = await house.CardsAsync(token, cancellation);
        return cards.Value is null ? Unseen(cards.Error, told) : new(Take(cards.Value.Stands, told), ErrorCode.None);
    }

    /// <summary>Where one may not look there is only the house's word; where it does not answer it is looked again.</summary>
    static LeftLook Unseen(ErrorCode error, EnquiriesChangedEvent? told) =>
        Passing(error) is not ErrorCode.None and var trouble ? new([], trouble) : new(told is null ? [] : [new(told, 1)], ErrorCode.None);

    static IEnumerable<string> Answers(LeftAtStandView stand) => stand.Enquiries.Where(each => each.Answered is not null).Select(each => $"{stand.Stand}/{each.Id}");

    static void Add(List<LeftNews> came, string stand, string name, string kind, int count)
    {
        if (count > 0) came.Add(new(new() { Stand = stand, Name = name, Kind = kind }, count));
    }

    static ErrorCode Passing(ErrorCode error) => Retry.IsPassing(error) ? error : ErrorCode.None;
}
