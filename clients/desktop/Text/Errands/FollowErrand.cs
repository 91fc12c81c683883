using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>Walks after somebody: the one who leads the conversation, or whom one has named. One at a time; it ends when one sets out alone, or they are out of sight for too long.</summary>
sealed class FollowErrand(HouseConnection connection, TextHouse house, WalkErrands walks, HubDesk hub, TimeProvider time) : IAsyncDisposable
{
    static readonly TimeSpan interval = TimeSpan.FromMilliseconds(400);

    /// <summary>So often in a row somebody may not be in sight: 10 s.</summary>
    const int MostMisses = 25;

    readonly Lock gate = new();
    CancellationTokenSource? walking;
    Task following = Task.CompletedTask;
    bool isAlong;

    public bool IsOn { get { lock (gate) return walking is not null; } }

    /// <summary>Goes along with who leads the conversation; the others see it.</summary>
    public async Task<Answer> GoAlongAsync()
    {
        if (house.Talk is not { Leader: >= 0 } talk)
            return Answer.No(house.Words.Say("text.nobodyLeads"));
        var answer = await hub.AskAsync(nameof(IHouseHub.Follow), new FollowRequest { Follows = true });
        if (!answer.IsDone)
            return answer;
        await BeginAsync(() => house.Talk?.Leader ?? -1, along: true);
        return Answer.Yes(house.Words.Say("text.follows", ("name", house.NameOf(talk.Leader))));
    }

    /// <summary>Walks after somebody, who is not told.</summary>
    public async Task<Answer> TrailAsync(PersonView person)
    {
        await BeginAsync(() => house.Picture.PersonOf(person.Member.Id)?.Handle ?? -1, along: false);
        return Answer.Yes(house.Words.Say("text.follows", ("name", person.Member.Name)));
    }

    /// <summary>One sets out alone, or no longer wants to.</summary>
    public async Task EndAsync()
    {
        bool along;
        CancellationTokenSource? ended;
        Task last;
        lock (gate)
        {
            (along, ended, last) = (isAlong, walking, following);
            (isAlong, walking) = (false, null);
        }
        // The step that one is on ends with it: whoever says halt means now, and not the far end of the hall.
        if (ended is not null)
            await ended.CancelAsync();
        await last;
        ended?.Dispose();
        if (along && house.Talk is { Leader: >= 0 })
            await hub.AskAsync(nameof(IHouseHub.Follow), new FollowRequest { Follows = false });
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
            isAlong = false;
        await EndAsync();
    }

    async Task BeginAsync(Func<int> target, bool along)
    {
        await EndAsync();
        var end = new CancellationTokenSource();
        lock (gate)
        {
            (walking, isAlong) = (end, along);
            following = WalkAsync(target, end);
        }
    }

    async Task WalkAsync(Func<int> target, CancellationTokenSource end)
    {
        var cancellation = end.Token;
        try
        {
            for (var misses = 0; misses < MostMisses;)
            {
                var handle = target();
                misses = handle >= 0 && connection.State.Status == ConnectionStatus.Connected && await walks.TrailAsync(handle, cancellation) ? 0 : misses + 1;
                await Task.Delay(interval, time, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whoever has ended it puts it away.
            return;
        }
        lock (gate)
        {
            if (walking != end)
                return;
            (walking, isAlong) = (null, false);
        }
        end.Dispose();
    }
}
