using System.Net;
using Klapphaus.Contracts;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Client;

/// <summary>One hub connection, from its start to its loss. It never reconnects; the next one is another link.</summary>
sealed class HouseLink : IAsyncDisposable
{
    readonly HubConnection hub;
    readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile bool muted;

    public HouseLink(HouseClientOptions options, string token, IHouseNews news)
    {
        var builder = new HubConnectionBuilder().AddMessagePackProtocol().WithUrl(options.UriOf(Protocol.HubPath), http =>
        {
            http.AccessTokenProvider = () => Task.FromResult<string?>(token);
            http.Transports = options.Transports;
            if (options.Authority is { } authority)
                Trust.In(authority, http);
        });
        if (options.LoggerFactory is { } loggers)
            builder.Services.AddSingleton(loggers);
        hub = builder.Build();
        hub.ServerTimeout = options.ServerTimeout;
        hub.Closed += _ =>
        {
            lost.TrySetResult();
            return Task.CompletedTask;
        };
        Listen(nameof(IHouseClient.RoomEntered), (RoomEnteredEvent told) => news.RoomEntered(told));
        Listen(nameof(IHouseClient.PlanChanged), (PlanChangedEvent told) => news.PlanChanged(told));
        Listen(nameof(IHouseClient.PeopleChanged), (PeopleChangedEvent told) => news.PeopleChanged(told));
        Listen(nameof(IHouseClient.PutBack), (PutBackEvent told) => news.PutBack(told));
        Listen(nameof(IHouseClient.RoomsChanged), (RoomsChangedEvent told) => news.RoomsChanged(told));
        Listen(nameof(IHouseClient.PlaceFree), (PlaceFreeEvent told) => news.PlaceFree(told));
        Listen(nameof(IHouseClient.ConversationsChanged), (ConversationsChangedEvent told) => news.ConversationsChanged(told));
        Listen(nameof(IHouseClient.TalkChanged), (TalkChangedEvent told) => news.TalkChanged(told));
        Listen(nameof(IHouseClient.Moderated), (ModeratedEvent told) => news.Moderated(told));
        Listen(nameof(IHouseClient.PolicyChanged), (PolicyChangedEvent told) => news.PolicyChanged(told));
        Listen(nameof(IHouseClient.Retracted), (RetractedEvent told) => news.Retracted(told));
        Listen(nameof(IHouseClient.Announced), (AnnouncedEvent told) => news.Announced(told));
        Listen(nameof(IHouseClient.StandsChanged), (StandsChangedEvent told) => news.StandsChanged(told));
        Listen(nameof(IHouseClient.ExchangeChanged), (ExchangeChangedEvent told) => news.ExchangeChanged(told));
        Listen(nameof(IHouseClient.EnquiriesChanged), (EnquiriesChangedEvent told) => news.EnquiriesChanged(told));
        Listen(nameof(IHouseClient.BellRang), (BellRangEvent told) => news.BellRang(told));
        Listen(nameof(IHouseClient.BellStops), (BellStopsEvent told) => news.BellStops(told));
        Listen(nameof(IHouseClient.BellChanged), (BellChangedEvent told) => news.BellChanged(told));
        Listen(nameof(IHouseClient.StandAttended), (StandAttendedEvent told) => news.StandAttended(told));
        Listen(nameof(IHouseClient.NotConnected), (NotConnectedEvent told) => news.NotConnected(told));
        Listen(nameof(IHouseClient.Said), (SaidEvent told) => news.Said(told));
        Listen(nameof(IHouseClient.Signalled), (SignalledEvent told) => news.Signalled(told));
        Listen(AvatarsMoved.Target, (byte[] moved) => news.AvatarsMoved(moved));
        Listen(nameof(IHouseClient.SentAway), async (SentAwayEvent told) =>
        {
            SentAway = told;
            await news.SentAway(told);
            // The server closes it too, but nobody needs to wait for that.
            lost.TrySetResult();
        });
    }

    /// <summary>Done when the connection is lost or was ended by the server.</summary>
    public Task Lost => lost.Task;

    /// <summary>What the server said before it ended the connection, if it said something.</summary>
    public SentAwayEvent? SentAway { get; private set; }

    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            await hub.StartAsync(cancellation);
        }
        catch (HttpRequestException refusal) when (refusal.StatusCode is HttpStatusCode.Unauthorized)
        {
            throw new HouseRefusedException(ErrorCode.SignInNeeded, "The token is not, or no longer, accepted.", refusal);
        }
    }

    public Task<T> InvokeAsync<T>(string method, object?[] arguments, CancellationToken cancellation) =>
        hub.InvokeCoreAsync<T>(method, arguments, cancellation);

    public Task SendAsync(string method, object?[] arguments, CancellationToken cancellation) =>
        hub.SendCoreAsync(method, arguments, cancellation);

    /// <summary>True when a call cannot have failed in the server, since there is no way to it any more.</summary>
    public bool IsLost => lost.Task.IsCompleted || hub.State != HubConnectionState.Connected;

    public async ValueTask DisposeAsync()
    {
        // What is still on its way belongs to a past that the next link does not know.
        muted = true;
        await hub.DisposeAsync();
    }

    void Listen<T>(string method, Func<T, Task> tell) => hub.On<T>(method, told => muted ? Task.CompletedTask : tell(told));
}
