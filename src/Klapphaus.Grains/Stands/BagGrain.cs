using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>Keeps one member's bag and asks its rules (<see cref="Bag"/>); a write that fails leaves everything as it was.</summary>
sealed class BagGrain([PersistentState("bag", Storage.Name)] IPersistentState<BagGrainState> stored, TimeProvider time) : Grain, IBagGrain
{
    /// <summary>One for each device that somebody has, and one too many.</summary>
    const int MostLinks = 5;

    static readonly TimeSpan linkHolds = TimeSpan.FromDays(30);

    BagGrainState State => stored.State;

    BagLinkState[] Links => Array.FindAll(State.Links, l => l.IsInForce(time.GetUtcNow()));

    public Task<BagContents> Contents() => Task.FromResult(new BagContents { Items = State.Items, Links = Links, TimesAt = State.TimesAt });

    public async Task<BagOutcome> Put(string stand, string material, string title)
    {
        List<BagItem> items = [.. State.Items.Select(i => i.ToItem())];
        var outcome = new Bag(items).Put(new(stand, material, title, time.GetUtcNow()));
        if (outcome == BagOutcome.Done) await KeepAsync(items);
        return outcome;
    }

    public async Task<bool> Remove(string stand, string material)
    {
        List<BagItem> items = [.. State.Items.Select(i => i.ToItem())];
        if (!new Bag(items).Remove(stand, material)) return false;
        await KeepAsync(items);
        return true;
    }

    public Task Clear() => State.Items.Length == 0 ? Task.CompletedTask : KeepAsync([]);

    public async Task<BagLinkState?> AddLink(string id)
    {
        var now = time.GetUtcNow();
        if (Links.Length >= MostLinks) return null;
        var link = new BagLinkState { Id = id, Issued = now, Expires = now + linkHolds };
        await KeepAsync(State with { Links = [.. Links, link] });
        return link;
    }

    public async Task<bool> RevokeLink(string id)
    {
        if (!Array.Exists(Links, l => l.Id == id)) return false;
        await KeepAsync(State with { Links = Array.FindAll(Links, l => l.Id != id) });
        return true;
    }

    public Task<BagItemState[]?> Shared(string link)
    {
        if (State.Links.Length == 0) DeactivateOnIdle(); // woken up by a link that has long been over
        return Task.FromResult(Array.Exists(Links, l => l.Id == link) ? State.Items : null);
    }

    public Task AddTimesAt(string stand) => State.TimesAt.Contains(stand) ? Task.CompletedTask : KeepAsync(State with { TimesAt = [.. State.TimesAt, stand] });

    public Task RemoveTimesAt(string[] stands) => State.TimesAt.Intersect(stands).Any() ? KeepAsync(State with { TimesAt = [.. State.TimesAt.Except(stands)] }) : Task.CompletedTask;

    public async Task Erase()
    {
        DeactivateOnIdle();
        await stored.ClearStateAsync();
    }

    Task KeepAsync(List<BagItem> items) => KeepAsync(State with { Items = [.. items.Select(BagItemState.Of)] });

    Task KeepAsync(BagGrainState next) => stored.ReplaceAsync(next, this);
}
