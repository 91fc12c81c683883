using System.Collections.Concurrent;
using System.Threading.Channels;
using Klapphaus.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Klapphaus.Client.Tests;

/// <summary>A house of one hub and no rules, on a real port: it does what the test tells it, and can be cut off, closed and opened again.</summary>
sealed class DollsHouse : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, HubCallerContext> connections = [];
    readonly Channel<EnterRequest> entries = Channel.CreateUnbounded<EnterRequest>();
    WebApplication? app;
    int port;

    public Uri Address => new($"http://127.0.0.1:{port}");
    public ErrorCode HelloAnswer { get; set; }
    public ErrorCode EnterAnswer { get; set; }
    public bool AcceptsTokens { get; set; } = true;
    public int HellosSaid;

    /// <summary>Calls to Wait are answered when this is done.</summary>
    public Task WaitAnswered { get; set; } = Task.CompletedTask;

    public static async Task<DollsHouse> BuildAsync()
    {
        var house = new DollsHouse();
        await house.OpenAsync();
        return house;
    }

    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(this);
        builder.Services.AddSignalR().AddMessagePackProtocol();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.MapPost("/api/session", (SessionRequest request) => request.Name is { Length: > 0 } name
            ? Results.Ok(new SessionView { Id = name, Name = name, Affiliation = "", Role = "visitor", Token = "token of " + name })
            : Results.Problem(statusCode: 422, extensions: [new("code", (int)ErrorCode.NameUnusable)]));
        app.Use((http, next) =>
        {
            if (AcceptsTokens || http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                return next(http);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        app.MapHub<DollsHub>(Protocol.HubPath);
        await app.StartAsync();
        port = new Uri(app.Urls.First()).Port;
    }

    public async Task CloseAsync()
    {
        await app!.DisposeAsync();
        connections.Clear();
    }

    /// <summary>Ends all connections as a lost network does, without a word.</summary>
    public void Cut()
    {
        foreach (var connection in connections.Values)
            connection.Abort();
    }

    public Task TellAsync(Func<IHouseClient, Task> what) => what(app!.Services.GetRequiredService<IHubContext<DollsHub, IHouseClient>>().Clients.All);

    public async Task<EnterRequest> NextEntryAsync() => await entries.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
        .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app!.DisposeAsync();

    public sealed class DollsHub(DollsHouse house) : Hub<IHouseClient>, IRoomHub
    {
        public override Task OnConnectedAsync()
        {
            house.connections[Context.ConnectionId] = Context;
            return Task.CompletedTask;
        }

        public override Task OnDisconnectedAsync(Exception? exception)
        {
            house.connections.TryRemove(Context.ConnectionId, out _);
            return Task.CompletedTask;
        }

        public Task<HelloResult> Hello(HelloRequest request)
        {
            Interlocked.Increment(ref house.HellosSaid);
            return Task.FromResult(new HelloResult
            {
                Error = (int)house.HelloAnswer,
                Protocol = Protocol.Version,
                Me = new() { Id = "member-Ada", Name = "Ada", Role = "visitor" },
            });
        }

        public async Task<EnterResult> Enter(EnterRequest request)
        {
            house.entries.Writer.TryWrite(request);
            if (house.EnterAnswer != ErrorCode.None)
                return new() { Error = (int)house.EnterAnswer };
            var (x, y) = request.StoodAt is [var stoodX, var stoodY] ? (stoodX / 32.0, stoodY / 32.0) : (10, 10);
            await Clients.Caller.RoomEntered(Scene.Entered(x, y, room: request.Room!));
            return new();
        }

        public async Task<WaitResult> Wait(WaitRequest request)
        {
            await house.WaitAnswered;
            return new() { Ahead = 2 };
        }

        public Task Leave() => throw new HubException("1005: TooManyCalls");
        public Task Move(int x, int y, int heading) => Task.CompletedTask;
        public Task StopWaiting() => Task.CompletedTask;
    }
}
