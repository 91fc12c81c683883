using System.Net;
using Klapphaus.Server.Stands;

namespace Klapphaus.Server.Start;

/// <summary>Settings of the section <c>Klapphaus</c>; from the command line, the environment (<c>Klapphaus__DataPath</c>) or appsettings.json.</summary>
sealed partial class HouseOptions
{
    public const string Section = "Klapphaus";

    /// <summary>The one folder in which this house keeps everything: store, plans, lock.</summary>
    public string DataPath { get; set; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "klapphaus");

    /// <summary>Folder of plans; <c>house</c> in the data folder when empty.</summary>
    public string HousePath { get; set; } = "";

    public HouseRole Role { get; set; }

    /// <summary>The address of this machine by which the other processes of the house reach it.</summary>
    public string ClusterAddress { get; set; } = IPAddress.Loopback.ToString();

    /// <summary>Port by which silos talk to each other; 0 takes a free one, which only a house with an embedded store can do.</summary>
    public int SiloPort { get; set; }

    /// <summary>Port by which gateways talk to this silo; as above.</summary>
    public int GatewayPort { get; set; }

    /// <summary>How often one address may sign in within a minute.</summary>
    public int SignInsPerMinute { get; set; } = 300;

    /// <summary>How many connections to the hub one member may have open to one process; a page needs one.</summary>
    public int ConnectionsPerMember { get; set; } = 5;

    /// <summary>How many connections from one address may be open that have not said Hello.</summary>
    public int SilentConnectionsPerAddress { get; set; } = 500;

    /// <summary>How long a connection may be open without having said Hello.</summary>
    public int HelloSeconds { get; set; } = 15;

    /// <summary>
    /// How long a process that is told to stop goes on, so that the proxy hears of it before people are sent to another; 0 by default where there is no other
    /// (embedded store), else 3.
    /// </summary>
    public int? DrainSeconds { get; set; }

    /// <summary>Of the clock on the wall, by which rooms open and close; Berlin's when empty, or this machine's where it knows no others.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>For how many days the house remembers somebody who is signed in nowhere any more.</summary>
    public int MemberDays { get; set; } = 90;

    /// <summary>For how many months the log of what moderators did is kept.</summary>
    public int LogMonths { get; set; } = 12;

    /// <summary>A ban of the house that is longer than a day needs a second moderator; the same on all processes.</summary>
    public bool FourEyes { get; set; }

    /// <summary>Proxies whose word about a client's address and scheme is believed: addresses or networks (10.0.0.0/8), separated by commas. This machine's own always are.</summary>
    public string TrustedProxies { get; set; } = "";

    /// <summary>Who besides this machine may read the metrics: addresses or networks as above. What comes through a proxy never may.</summary>
    public string MetricsFrom { get; set; } = "";

    /// <summary>Whether organisers may look at the cluster.</summary>
    public bool Dashboard { get; set; }

    /// <summary>Addresses of the own STUN and TURN servers for voice and video (<c>turn:haus.example:3478</c>, <c>turns:haus.example:443?transport=tcp</c>), separated by commas; without any, browsers find each other on one network only.</summary>
    public string TurnUrls { get; set; } = "";

    /// <summary>The secret that the house shares with its TURN server (coturn: static-auth-secret).</summary>
    public string TurnSecret { get; set; } = "";

    /// <summary>Where Janus listens (<c>ws://127.0.0.1:8188</c>), by which more than four hear each other; without it the fifth has text only.</summary>
    public string JanusUrl { get; set; } = "";

    /// <summary>By which Janus lets the house make rooms (admin_key of its VideoRoom plugin).</summary>
    public string JanusKey { get; set; } = "";

    /// <summary>With which the house signs what it asks Janus (token_auth_secret); empty where Janus does not want that.</summary>
    public string JanusSecret { get; set; } = "";

    /// <summary>Sites that may show stands within their pages (<c>https://stadtretter.example</c>), separated by commas; without any, none may.</summary>
    public string EmbedOrigins { get; set; } = "";

    public EmbedOrigins MayEmbed => Stands.EmbedOrigins.Read(EmbedOrigins) ?? new([]);

    /// <summary>There is no other process of this house.</summary>
    public bool Alone { get; private set; }

    public TimeSpan Drain => TimeSpan.FromSeconds(DrainSeconds ?? (Alone ? 0 : 3));

    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone.Length > 0 ? TimeZone : "Europe/Berlin", out var zone) ? zone : TimeZoneInfo.Local;

    public string PlansFolder => HousePath.Length > 0 ? HousePath : Path.Combine(DataPath, "house");

    public bool HasRooms => Role is not HouseRole.Gateway;

    public bool HasClients => Role is not HouseRole.Silo;

    (string Setting, int Limit)[] ConnectionLimits =>
        [(nameof(ConnectionsPerMember), ConnectionsPerMember), (nameof(SilentConnectionsPerAddress), SilentConnectionsPerAddress), (nameof(HelloSeconds), HelloSeconds)];

    /// <summary>Reads the section.</summary>
    /// <exception cref="StartFault">Something in it cannot be, and what to write instead.</exception>
    public static HouseOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Role"] is { } role && (!Enum.TryParse<HouseRole>(role, ignoreCase: true, out var known) || !Enum.IsDefined(known)))
            throw Fault($"Klapphaus:Role={role}", "all, silo oder gateway", "all, silo or gateway");
        HouseOptions options;
        try
        {
            options = section.Get<HouseOptions>() ?? new();
        }
        catch (InvalidOperationException e)
        {
            throw Fault(e.Message, "eine ganze Zahl, bei Dashboard, Visitors und FourEyes true oder false", "a whole number, for Dashboard, Visitors and FourEyes true or false");
        }
        if (!IPAddress.TryParse(options.ClusterAddress, out _)) throw Fault($"Klapphaus:ClusterAddress={options.ClusterAddress}", "eine IP-Adresse dieser Maschine", "an IP address of this machine");
        if (options.SignInsPerMinute < 1) throw Fault($"Klapphaus:SignInsPerMinute={options.SignInsPerMinute}", "eine Zahl ab 1", "a number from 1");
        if (options.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)) throw Fault($"Klapphaus:TimeZone={options.TimeZone}", "eine Zeitzone wie Europe/Berlin", "a time zone such as Europe/Berlin");
        if (options.MemberDays is < 1 or > 3650) throw Fault($"Klapphaus:MemberDays={options.MemberDays}", "1 bis 3650", "1 to 3650");
        if (options.LogMonths is < 1 or > 120) throw Fault($"Klapphaus:LogMonths={options.LogMonths}", "1 bis 120", "1 to 120");
        foreach (var (setting, limit) in options.ConnectionLimits)
            if (limit < 1) throw Fault($"Klapphaus:{setting}={limit}", "eine Zahl ab 1", "a number from 1");
        var urls = options.TurnUrls.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(urls, u => u.Split(':')[0] is not ("stun" or "turn" or "turns")) is { } url)
            throw Fault($"Klapphaus:TurnUrls={url}", "Adressen, die mit stun:, turn: oder turns: beginnen", "addresses that begin with stun:, turn: or turns:");
        if (options.TurnSecret.Length == 0 && Array.Exists(urls, u => !u.StartsWith("stun", StringComparison.Ordinal)))
            throw Fault("Klapphaus:TurnSecret=", "das static-auth-secret des TURN-Servers", "the static-auth-secret of the TURN server");
        if (options.JanusUrl.Length > 0 && !(Uri.TryCreate(options.JanusUrl, UriKind.Absolute, out var janus) && janus.Scheme is "ws" or "wss"))
            throw Fault($"Klapphaus:JanusUrl={options.JanusUrl}", "eine Adresse wie ws://127.0.0.1:8188", "an address such as ws://127.0.0.1:8188");
        if (options.JanusUrl.Length > 0 && options.JanusKey.Length == 0)
            throw Fault("Klapphaus:JanusKey=", "der admin_key des VideoRoom-Plugins von Janus", "the admin_key of Janus' VideoRoom plugin");
        if (Stands.EmbedOrigins.Read(options.EmbedOrigins) is null)
            throw Fault($"Klapphaus:EmbedOrigins={options.EmbedOrigins}", "Adressen wie https://stadtretter.example, ohne Pfad, durch Komma getrennt", "addresses such as https://stadtretter.example, without a path, separated by commas");
        options.CheckOpenId();
        options.CheckFiles();
        options.Alone = string.IsNullOrWhiteSpace(configuration.GetConnectionString("redis"));
        if (options.DrainSeconds is < 0 or > 600) throw Fault($"Klapphaus:DrainSeconds={options.DrainSeconds}", "0 bis 600", "0 to 600");
        if (options.Role is not HouseRole.All && options.Alone)
            throw new StartFault(OperatorWords.Of(
                $"Klapphaus:Role={section["Role"]} braucht ein gemeinsames Redis: ConnectionStrings:redis=host:6379.",
                $"Klapphaus:Role={section["Role"]} needs a Redis that all processes share: ConnectionStrings:redis=host:6379."));
        return options;
    }

    static StartFault Fault(string given, string german, string english) =>
        new(OperatorWords.Of($"Die Einstellung {given} geht nicht. Möglich ist: {german}.", $"The setting {given} cannot be. It may be: {english}."));
}
