using Klapphaus.Contracts;

namespace Klapphaus.Client;

// What the house tells: first into the picture, then to whoever listens. One after the other, on the link's own loop.
public sealed partial class HouseConnection : IHouseNews
{
    /// <summary>One stands in a room, the picture shows it already.</summary>
    public event Action<RoomEnteredEvent>? RoomEntered;
    public event Action<PlanChangedEvent>? PlanChanged;
    public event Action<PeopleChangedEvent>? PeopleChanged;
    public event Action<PutBackEvent>? PutBack;
    public event Action<RoomsChangedEvent>? RoomsChanged;
    public event Action<PlaceFreeEvent>? PlaceFree;
    public event Action<SentAwayEvent>? SentAway;

    public event Action<ConversationsChangedEvent>? ConversationsChanged;
    public event Action<TalkChangedEvent>? TalkChanged;
    public event Action<NotConnectedEvent>? NotConnected;
    public event Action<SaidEvent>? Said;
    public event Action<SignalledEvent>? Signalled;

    /// <summary>A moderator did something that concerns this member.</summary>
    public event Action<ModeratedEvent>? Moderated;
    public event Action<PolicyChangedEvent>? PolicyChanged;
    public event Action<RetractedEvent>? Retracted;
    public event Action<AnnouncedEvent>? Announced;

    /// <summary>The stands of the room are these from now on.</summary>
    public event Action<StandsChangedEvent>? StandsChanged;

    /// <summary>Somebody wants to exchange cards, or has said yes or no to it.</summary>
    public event Action<ExchangeChangedEvent>? ExchangeChanged;

    /// <summary>Something was left at a stand that one looks after, or one's own question was answered.</summary>
    public event Action<EnquiriesChangedEvent>? EnquiriesChanged;
    /// <summary>Somebody at a stand wants this member, who is on duty for it.</summary>
    public event Action<BellRangEvent>? BellRang;
    public event Action<BellStopsEvent>? BellStops;

    /// <summary>How it is with what this member has asked for at a stand's bell.</summary>
    public event Action<BellChangedEvent>? BellChanged;

    /// <summary>How it is at a stand that this member looks after.</summary>
    public event Action<StandAttendedEvent>? StandAttended;

    /// <summary>After each message about avatars that move was applied.</summary>
    public event Action? Moved;

    /// <summary>After a reconnect: the room one was in does not take one back, and why.</summary>
    public event Action<ErrorCode>? RoomLost;

    /// <summary>After any news, when its listeners have heard it: what they noted may be waited for too.</summary>
    event Action? Told;

    /// <summary>
    /// Waits until <paramref name="condition"/> holds; it is looked at again with each piece of news and each change of state. Fails when the
    /// time is over, or no more news can come, and then says who waited for what and what was seen instead.
    /// </summary>
    /// <param name="condition">What to wait for.</param>
    /// <param name="what">The same in words, to follow "waited until".</param>
    /// <param name="timeout">By default the time for a call.</param>
    /// <param name="cancellation">To give up earlier.</param>
    public async Task WaitUntilAsync(
        Func<RoomPicture, bool> condition, string what, TimeSpan? timeout = null, CancellationToken cancellation = default)
    {
        using var limit = new CancellationTokenSource(timeout ?? options.CallTimeout, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var wait = new PictureWait(Picture, options.TimeProvider);
        Told += wait.Wake;
        var met = false;
        try
        {
            await wait.UntilAsync(
                () =>
                {
                    // Asked first: what was seen before the end counts.
                    var final = State.IsFinal;
                    return (met = condition(Picture)) || final;
                },
                both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Its own words below.
        }
        finally
        {
            Told -= wait.Wake;
        }
        if (!met)
            throw new TimeoutException($"{Me.Name} waited until {what}. Instead: {Describe()}");
    }

    /// <summary>What this member sees, in one line for a log or a failed wait.</summary>
    public string Describe()
    {
        var counts = Traffic;
        var seen = Picture.InSight().Where(avatar => avatar.Handle != Picture.Handle).Take(12)
            .Select(avatar => $"{avatar.Person?.Member.Name ?? "#" + avatar.Handle} {avatar.Position}");
        var place = Picture.Room is { } room ? $"in {room.Id} at {Picture.Own}, {Picture.People.Length} people, sees [{string.Join(", ", seen)}]" : "in no room";
        return $"{State}, {place}; {Picture.Arrivals} rooms entered, {counts.MovesSent} moves sent, {counts.MovesSeen} seen, "
            + $"{counts.PutBacks} put back, {counts.Reconnects} reconnects.";
    }

    Task IHouseClient.RoomEntered(RoomEnteredEvent news)
    {
        Picture.Apply(news);
        return Tell(RoomEntered, news);
    }

    Task IHouseClient.PlanChanged(PlanChangedEvent news)
    {
        Picture.Apply(news);
        return Tell(PlanChanged, news);
    }

    Task IHouseClient.PeopleChanged(PeopleChangedEvent news)
    {
        Picture.Apply(news);
        return Tell(PeopleChanged, news);
    }

    Task IHouseClient.PutBack(PutBackEvent news)
    {
        traffic.PutBack();
        Picture.Apply(news);
        return Tell(PutBack, news);
    }

    Task IHouseClient.RoomsChanged(RoomsChangedEvent news)
    {
        hello = hello with { Rooms = news.Rooms };
        return Tell(RoomsChanged, news);
    }

    Task IHouseClient.PlaceFree(PlaceFreeEvent news) => Tell(PlaceFree, news);

    Task IConversationClient.ConversationsChanged(ConversationsChangedEvent news)
    {
        Picture.Apply(news);
        return Tell(ConversationsChanged, news);
    }

    Task IConversationClient.TalkChanged(TalkChangedEvent news)
    {
        Picture.Apply(news);
        return Tell(TalkChanged, news);
    }

    Task IConversationClient.NotConnected(NotConnectedEvent news) => Tell(NotConnected, news);

    Task IConversationClient.Said(SaidEvent news) => Tell(Said, news);

    Task IConversationClient.Signalled(SignalledEvent news) => Tell(Signalled, news);

    Task IModerationClient.Moderated(ModeratedEvent news)
    {
        Picture.Apply(news);
        return Tell(Moderated, news);
    }

    Task IModerationClient.PolicyChanged(PolicyChangedEvent news) => Tell(PolicyChanged, news);

    Task IModerationClient.Retracted(RetractedEvent news) => Tell(Retracted, news);

    Task IModerationClient.Announced(AnnouncedEvent news) => Tell(Announced, news);

    Task IStandClient.StandsChanged(StandsChangedEvent news) => Tell(StandsChanged, news);

    Task ICardClient.ExchangeChanged(ExchangeChangedEvent news) => Tell(ExchangeChanged, news);

    Task ICardClient.EnquiriesChanged(EnquiriesChangedEvent news) => Tell(EnquiriesChanged, news);
    Task IBellClient.BellRang(BellRangEvent news) => Tell(BellRang, news);

    Task IBellClient.BellStops(BellStopsEvent news) => Tell(BellStops, news);

    Task IBellClient.BellChanged(BellChangedEvent news) => Tell(BellChanged, news);

    Task IBellClient.StandAttended(StandAttendedEvent news) => Tell(StandAttended, news);

    Task IHouseClient.SentAway(SentAwayEvent news) => Tell(SentAway, news);

    Task IHouseNews.AvatarsMoved(byte[] moved)
    {
        traffic.MoveSeen(moved.Length);
        Picture.Apply(moved);
        Moved?.Invoke();
        Told?.Invoke();
        return Task.CompletedTask;
    }

    Task Tell<T>(Action<T>? listeners, T news)
    {
        listeners?.Invoke(news);
        Told?.Invoke();
        return Task.CompletedTask;
    }

    void OnChanged(ConnectionState state)
    {
        if (state.Status != ConnectionStatus.Connected)
            Walker.Freeze();
        Changed?.Invoke(state);
        Told?.Invoke();
    }
}
