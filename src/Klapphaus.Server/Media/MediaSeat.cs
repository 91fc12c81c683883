using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Klapphaus.Grains.Conversations;
using Klapphaus.World.Conversations;

namespace Klapphaus.Server.Media;

/// <summary>
/// Sees to it that one connection has a place at the media server for as long as its conversation needs one, and that it sends and receives what the
/// conversation allows and nothing else. What happens to it is worked off one after the other; a place that is lost is taken anew.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A CancellationTokenSource without a timer holds nothing to dispose.")]
sealed class MediaSeat
{
    /// <summary>So much of what a browser says may wait; one that says more has lost its mind. What the house says always counts.</summary>
    const int MostWaiting = 256;

    /// <summary>So long a place is kept that is not needed any more, unless the browser says before that it has everybody without it.</summary>
    static readonly TimeSpan linger = TimeSpan.FromSeconds(10);

    static readonly TimeSpan firstPause = TimeSpan.FromMilliseconds(300);
    static readonly TimeSpan longestPause = TimeSpan.FromSeconds(2);

    readonly Lock gate = new();
    readonly Channel<Func<Task>> work = Channel.CreateUnbounded<Func<Task>>();
    readonly CancellationTokenSource closing = new();
    readonly IMediaRouter router;
    readonly string room;
    readonly string member;
    readonly Action<string> tell;
    readonly TimeProvider time;
    readonly ILogger log;
    IMediaPlace? place;
    volatile ConversationState conversation;
    int unrouted;
    int waiting;
    string session = "";
    bool publishes;
    bool reopens;

    /// <param name="router">The media server.</param>
    /// <param name="room">The media room.</param>
    /// <param name="member">Whose seat it is.</param>
    /// <param name="conversation">As it is now.</param>
    /// <param name="tell">Says something to the browser.</param>
    /// <param name="time">The process's clock.</param>
    /// <param name="log">Where trouble is written.</param>
    public MediaSeat(IMediaRouter router, string room, string member, ConversationState conversation, Action<string> tell, TimeProvider time, ILogger log)
    {
        (this.router, this.room, this.member, this.conversation, this.tell, this.time, this.log) = (router, room, member, conversation, tell, time, log);
        Post(OpenAsync);
        _ = WorkAsync();
    }

    public int Conversation => conversation.Id;

    /// <summary>The conversation is like this now. False when the seat was given up meanwhile.</summary>
    public bool TryFollow(ConversationState now)
    {
        lock (gate)
        {
            if (closing.IsCancellationRequested) return false;
            if (conversation.Routed && !now.Routed) _ = CloseLaterAsync(++unrouted);
            conversation = now;
        }
        Post(AdjustAsync);
        return true;
    }

    /// <summary>The browser says something.</summary>
    public void Hear(RouterSignal.Heard heard)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return;
        }
        Post(() =>
        {
            Interlocked.Decrement(ref waiting);
            return HearAsync(heard);
        });
    }

    /// <summary>Nothing goes in or out any more.</summary>
    public void Close()
    {
        closing.Cancel();
        work.Writer.TryComplete();
    }

    /// <summary>Unless it has been needed again meanwhile.</summary>
    async Task CloseLaterAsync(int since)
    {
        await Task.Delay(linger, time);
        lock (gate)
            if (!conversation.Routed && unrouted == since) Close();
    }

    void Post(Func<Task> what) => work.Writer.TryWrite(what);

    async Task WorkAsync()
    {
        await Task.Yield(); // the caller holds its feed's lock
        await foreach (var what in work.Reader.ReadAllAsync())
        {
            if (closing.IsCancellationRequested) break;
            try
            {
                await what();
            }
            catch (OperationCanceledException) when (closing.IsCancellationRequested)
            {
                break;
            }
            catch (MediaRouterFault e)
            {
                log.Refused(e.Message);
                await GiveUpAsync(); // what still waits for this place comes to nothing
                Reopen();
            }
        }
        await GiveUpAsync();
    }

    /// <summary>After a pause, so that a browser that talks nonsense does not keep the media server busy; once, however much went wrong.</summary>
    void Reopen()
    {
        if (reopens) return;
        reopens = true;
        Post(async () =>
        {
            await Task.Delay(firstPause, time, closing.Token);
            await OpenAsync();
        });
    }

    async Task OpenAsync()
    {
        await GiveUpAsync();
        reopens = false;
        // what an earlier place still says is not taken for this one's
        var guest = new Guest(this, session = Guid.NewGuid().ToString("N"));
        for (var pause = firstPause; ; pause = pause * 2 < longestPause ? pause * 2 : longestPause)
        {
            try
            {
                place = await router.AdmitAsync(room, member, guest, closing.Token);
                break;
            }
            catch (MediaRouterFault e)
            {
                log.NoPlace(e.Message, pause);
                tell(RouterSignal.Waiting());
                await Task.Delay(pause, time, closing.Token);
            }
        }
        if (closing.IsCancellationRequested) return;
        tell(RouterSignal.Seated(session));
        await AdjustAsync();
    }

    async Task GiveUpAsync()
    {
        publishes = false;
        if (place is not { } before) return;
        place = null;
        await before.DisposeAsync();
    }

    async Task AdjustAsync()
    {
        if (place is null) return;
        var now = conversation;
        if (publishes && !IsHeard(now))
        {
            publishes = false;
            await place.UnpublishAsync();
        }
        var apart = Array.Find(now.People, p => p.Member == member)?.Apart ?? [];
        await place.ReceiveAsync(now.People
            .Where(p => p.Member != member && p.IsHeard && p.Sends != MediaKinds.None && !apart.Contains(p.Handle))
            .ToDictionary(p => p.Member, p => p.Sends));
    }

    async Task HearAsync(RouterSignal.Heard heard)
    {
        if (place is null || heard.Session != session) return;
        switch (heard.Kind)
        {
            case RouterSignal.HeardKind.Publish when IsHeard(conversation):
                publishes = true;
                tell(RouterSignal.Answer(session, await place.PublishAsync(heard.Sdp)));
                break;
            case RouterSignal.HeardKind.Answer:
                await place.AnswerAsync(heard.Sdp);
                break;
            case RouterSignal.HeardKind.Candidate:
                await place.AddCandidateAsync(heard.Direction, heard.Candidate);
                break;
            case RouterSignal.HeardKind.Again:
                await OpenAsync();
                break;
            case RouterSignal.HeardKind.Done when !TryClose(): // it is needed again by now
                await OpenAsync();
                break;
        }
    }

    bool TryClose()
    {
        lock (gate)
        {
            if (conversation.Routed) return false;
            Close();
            return true;
        }
    }

    bool IsHeard(ConversationState now) => now.People.Any(p => p.Member == member && p.IsHeard);

    /// <summary>Hears what one place says; only the newest counts.</summary>
    sealed class Guest(MediaSeat seat, string session) : IMediaGuest
    {
        public void Offered(string offer, IReadOnlyList<MediaStreamView> streams) => Post(() =>
        {
            seat.tell(RouterSignal.Offer(session, offer, streams));
            return Task.CompletedTask;
        });

        public void OthersChanged() => Post(seat.AdjustAsync);

        public void Lost() => Post(async () =>
        {
            await seat.GiveUpAsync();
            seat.Reopen();
        });

        void Post(Func<Task> what) => seat.Post(() => seat.session == session ? what() : Task.CompletedTask);
    }
}
