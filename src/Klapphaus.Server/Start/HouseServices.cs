using Klapphaus.Contracts;
using Klapphaus.Grains.Rooms;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Files;
using Klapphaus.Server.House;
using Klapphaus.Server.Limits;
using Klapphaus.Server.Media;
using Klapphaus.Server.Media.Janus;
using Klapphaus.Server.Members;
using Klapphaus.Server.Members.OpenId;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Presence;
using Klapphaus.Server.Rooms;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Stands.Search;
using Klapphaus.Server.Store;
using Klapphaus.Server.Telemetry;
using Klapphaus.Server.Web;
using Klapphaus.Server.Web.Description;
using Klapphaus.World.Moderation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.AspNetCore.SignalR;
using StackExchange.Redis;

namespace Klapphaus.Server.Start;

/// <summary>The parts of the house, one line a feature.</summary>
static class HouseServices
{
    /// <summary>
    /// What the kernel may hold for one client. A client that does not read gets this much of the past when it reads again, and no more;
    /// a page of the web client still loads at full speed over any line that a town hall has.
    /// </summary>
    const int SendBuffer = 128 * 1024;

    /// <summary>Nothing that is sent to the API is larger, but for uploads; these and hub messages have limits of their own.</summary>
    const long LargestBody = 64 * 1024;

    public static void AddHouse(this WebApplicationBuilder builder, HouseOptions options, HouseStore store, HouseFolder? folder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(store.Connection);
        services.AddSingleton<Readiness>();
        services.AddSingleton<HouseLine>().AddHostedService(s => s.GetRequiredService<HouseLine>());
        if (folder is not null) services.AddSingleton(folder);
        builder.AddTelemetry();
        builder.AddCluster(options, store);
        services.AddSingleton<Visitors>();
        services.AddSingleton<Farewell>().AddHostedService(s => s.GetRequiredService<Farewell>());
        services.AddSingleton(new RoomSound(options.JanusUrl.Length > 0));
        services.AddSingleton(new HouseClock(options.Zone));
        services.AddSingleton(new FourEyes(options.FourEyes));
        services.AddHub(store);
        if (options.HasRooms) services.AddSingleton<StandMessenger>().AddSingleton<IStandMessenger>(s => s.GetRequiredService<StandMessenger>()).AddHostedService(s => s.GetRequiredService<StandMessenger>());
        if (options.HasRooms) services.AddSingleton<LocalRooms>().AddSingleton<RoomAddress>().AddSingleton<RoomMover>().AddHostedService<HousePublisher>();
        if (options.HasClients) builder.AddGateway(options, store);
    }

    /// <summary>What clients need to be received.</summary>
    static void AddGateway(this WebApplicationBuilder builder, HouseOptions options, HouseStore store)
    {
        var services = builder.Services;
        services.AddProxies(options);
        services.AddHouseAuthentication();
        services.AddOpenIdSignIn(options);
        services.AddDataProtection().SetApplicationName("klapphaus").AddKeyManagementOptions(o => o.XmlRepository = new KeyRing(store.Connection));
        services.AddSingleton<Invitations>().AddSingleton<InvitationDesk>().AddSingleton<SignIn>().AddSingleton<SignInCodes>().AddSingleton<Bouncer>();
        services.AddSingleton<LogShelf>().AddSingleton<Erasure>().AddSingleton<Retention>().AddHostedService(s => s.GetRequiredService<Retention>());
        services.AddSingleton<Messenger>().AddSingleton<CardDesk>().AddSingleton<OwnCards>();
        services.AddStandSearch();
        services.AddSingleton<StandDesk>().AddSingleton<StandFiles>().AddSingleton<StandShelf>().AddHostedService(s => s.GetRequiredService<StandShelf>());
        services.AddSingleton<StandReception>().AddHostedService(s => s.GetRequiredService<StandReception>());
        services.AddSingleton<BagDesk>().AddSingleton<BagLinks>().AddSingleton<BagZip>().AddSingleton<BagZipTurns>().AddSingleton<OwnTimes>();
        services.AddSingleton<IStandFiles, UploadedFiles>();
        services.AddSingleton<Evictions>().AddHostedService(s => s.GetRequiredService<Evictions>());
        services.AddSingleton<SessionRounds>().AddHostedService(s => s.GetRequiredService<SessionRounds>());
        services.AddSingleton<CallFilter>().AddSingleton<Doorstep>();
        services.AddRooms(options);
        services.AddSingleton<CallLimits>();
        services.AddSignInLimit(options.SignInsPerMinute);
        services.AddNegotiateLimit();
        services.AddSearchLimit();
        services.AddEmbedLimit();
        services.AddConnectionTest();
        services.AddInterfaceDescription();
        services.AddFiles(options);
        builder.WebHost.UseKestrel(k => (k.AddServerHeader, k.Limits.MaxRequestBodySize) = (false, LargestBody)).UseSockets(o => o.CreateBoundListenSocket = endpoint =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = SendBuffer;
            return socket;
        });
    }

    public static void MapHouse(this WebApplication app, HouseOptions options)
    {
        app.UseSafeHeaders();
        app.UseMetricsGuard(options);
        app.MapMetrics();
        app.MapHealth();
        if (options.HasClients) app.MapGateway(options);
    }

    static void MapGateway(this WebApplication app, HouseOptions options)
    {
        app.Services.GetRequiredService<HouseMeter>(); // it is read, not called
        app.UseForwardedHeaders();
        app.UseWebClient();
        app.UseProblems();
        app.UseForeignSiteGuard();
        Farewell.Use(app);
        app.UseAuthentication();
        app.UseSessionGuard();
        app.UseAuthorization();
        CallLimits.Use(app);
        app.MapSessions();
        app.MapMyData();
        app.MapModeration();
        app.MapInvitations();
        app.MapStands();
        app.MapStandSearch();
        app.MapVocabulary();
        app.MapOwnTimes();
        app.MapBag();
        app.MapEmbedding();
        app.MapOpenIdSignIn(options);
        app.MapHouseInfo();
        app.MapIceServers();
        app.MapConnectionTest();
        app.MapInterfaceDescription();
        app.MapFiles(options.Files);
        if (options.Dashboard) app.MapClusterDashboard();
        ShortWay.Use(app);
        // as MapHub does it, with the doorstep before the hub
        app.MapConnections(Protocol.HubPath, c => Doorstep.Use(c).UseHub<HouseHub>()).WithMetadata(typeof(HouseHub).GetCustomAttributes(inherit: true)).LimitNegotiations();
        app.MapWebClient();
    }

    /// <summary>The reader comes before the shelf, which tells it what there is.</summary>
    static void AddStandSearch(this IServiceCollection services) =>
        services.AddSingleton<Stands.Search.StandIndex>().AddSingleton<StandReader>().AddHostedService(s => s.GetRequiredService<StandReader>())
            .AddSingleton<StandFinder>().AddSingleton<HouseMap>();

    /// <summary>The hub's backplane: whatever a process has to say to members goes through it, whether or not clients connect to it.</summary>
    static void AddHub(this IServiceCollection services, HouseStore store)
    {
        services
            .AddSignalR(o =>
            {
                o.DisableImplicitFromServicesParameters = true;
                o.EnableDetailedErrors = true; // what the transport refuses is said in words; calls go through the filter, which says nothing of us
                o.MaximumReceiveMessageSize = 64 * 1024; // an answer to the media server, see MaxRouterSignal; all else has its own, shorter limit
                o.KeepAliveInterval = TimeSpan.FromSeconds(5);
                o.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
                o.AddFilter<CallFilter>();
            })
            .AddMessagePackProtocol()
            .AddStackExchangeRedis(o =>
            {
                o.Configuration = store.Options();
                o.Configuration.ChannelPrefix = RedisChannel.Literal("klapphaus");
            });
        services.AddSingleton<HubLifetimeManager<HouseHub>, HouseConnections>();
    }

    static void AddRooms(this IServiceCollection services, HouseOptions options)
    {
        services.AddSingleton<FeedMeter>().AddSingleton<HouseMeter>();
        services.AddSingleton<Entrance>();
        services.AddSingleton<MediaDesk>();
        if (options.JanusUrl.Length > 0) services.AddSingleton<IMediaRouter, JanusRouter>();
        services.AddSingleton<RoomFeeds>().AddHostedService(s => s.GetRequiredService<RoomFeeds>());
        services.AddSingleton<PresenceBook>().AddHostedService(s => s.GetRequiredService<PresenceBook>());
        services.AddHostedService<HouseNews>();
    }
}
