using System.Net;

namespace Klapphaus.Server.Start;

/// <summary>Settings of the section <c>Klapphaus</c>; from the command line, the environment (<c>Klapphaus__DataPath</c>) or appsettings.json.</summary>
sealed class HouseOptions
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

    /// <summary>Proxies whose word about a client's address and scheme is believed: addresses or networks (10.0.0.0/8), separated by commas. This machine's own always are.</summary>
    public string TrustedProxies { get; set; } = "";

    public string PlansFolder => HousePath.Length > 0 ? HousePath : Path.Combine(DataPath, "house");

    public bool HasRooms => Role is not HouseRole.Gateway;

    public bool HasClients => Role is not HouseRole.Silo;

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
            throw Fault(e.Message, "eine ganze Zahl", "a whole number");
        }
        if (!IPAddress.TryParse(options.ClusterAddress, out _)) throw Fault($"Klapphaus:ClusterAddress={options.ClusterAddress}", "eine IP-Adresse dieser Maschine", "an IP address of this machine");
        if (options.SignInsPerMinute < 1) throw Fault($"Klapphaus:SignInsPerMinute={options.SignInsPerMinute}", "eine Zahl ab 1", "a number from 1");
        if (options.Role is not HouseRole.All && string.IsNullOrWhiteSpace(configuration.GetConnectionString("redis")))
            throw new StartFault(OperatorWords.Of(
                $"Klapphaus:Role={section["Role"]} braucht ein gemeinsames Redis: ConnectionStrings:redis=host:6379.",
                $"Klapphaus:Role={section["Role"]} needs a Redis that all processes share: ConnectionStrings:redis=host:6379."));
        return options;
    }

    static StartFault Fault(string given, string german, string english) =>
        new(OperatorWords.Of($"Die Einstellung {given} geht nicht. Möglich ist: {german}.", $"The setting {given} cannot be. It may be: {english}."));
}
