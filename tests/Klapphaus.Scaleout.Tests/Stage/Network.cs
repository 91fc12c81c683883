using System.Diagnostics;

namespace Klapphaus.Scaleout.Tests.Stage;

/// <summary>
/// Hosts of our own on this machine: network namespaces on one switch, between any two of which the line can be cut so that packets just vanish.
/// Needs root, as a test machine or a container gives it.
/// </summary>
sealed class Network : IDisposable
{
    // link-local addresses, routed nowhere; a number of its own for each run so that two never share a name
    readonly string id = $"kh{Environment.ProcessId % 10000}";
    readonly List<string> hosts = [];

    public Network()
    {
        if (Environment.UserName != "root") throw new InvalidOperationException("Tests that cut network lines need root (ip netns). Run tests/run.sh as root or in a container.");
        Ip("link", "add", id, "type", "bridge");
        Ip("addr", "add", $"{Address(0)}/24", "dev", id);
        Ip("link", "set", id, "up");
    }

    /// <summary>The address of the test itself, on the switch.</summary>
    public static string Here => Address(0);

    /// <summary>A host more; gives its number.</summary>
    public int AddHost()
    {
        var number = hosts.Count + 1;
        var (name, line) = ($"{id}n{number}", $"{id}v{number}");
        Ip("netns", "add", name);
        hosts.Add(name);
        Ip("link", "add", line, "type", "veth", "peer", "name", "eth0", "netns", name);
        Ip("link", "set", line, "master", id, "up");
        Ip("-n", name, "addr", "add", $"{Address(number)}/24", "dev", "eth0");
        Ip("-n", name, "link", "set", "eth0", "up");
        Ip("-n", name, "link", "set", "lo", "up");
        return number;
    }

    public static string Address(int host) => $"169.254.77.{host + 1}";

    /// <summary>The words that run a program on that host.</summary>
    public string[] On(int host) => ["ip", "netns", "exec", hosts[host - 1]];

    /// <summary>From now on nothing gets from one to the other, and neither is told.</summary>
    public void Cut(int one, int other)
    {
        Ip("-n", hosts[one - 1], "neigh", "replace", Address(other), "lladdr", "02:00:00:00:00:99", "dev", "eth0", "nud", "permanent");
        Ip("-n", hosts[other - 1], "neigh", "replace", Address(one), "lladdr", "02:00:00:00:00:99", "dev", "eth0", "nud", "permanent");
    }

    public void Heal(int one, int other)
    {
        Ip("-n", hosts[one - 1], "neigh", "del", Address(other), "dev", "eth0");
        Ip("-n", hosts[other - 1], "neigh", "del", Address(one), "dev", "eth0");
    }

    public void Dispose()
    {
        foreach (var host in hosts) Ip("netns", "del", host);
        Ip("link", "del", id);
    }

    static void Ip(params string[] arguments)
    {
        using var ip = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var error = ip.StandardError.ReadToEnd();
        ip.WaitForExit();
        if (ip.ExitCode != 0) throw new InvalidOperationException($"ip {string.Join(' ', arguments)}: {error}");
    }
}
