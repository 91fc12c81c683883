using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Klapphaus.Server.Start;

namespace Klapphaus.Stage;

/// <summary>A real coturn as operators run it, by infra/coturn with a secret put in, with ports, a folder and a certificate of its own. It relays into the network of the test, which operators forbid.</summary>
sealed class TurnProcess : IAsyncDisposable
{
    public const string Secret = "geheimnis-des-relais";

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    readonly TemporaryFolder folder = new();
    readonly string address;
    readonly int port = Ports.Free();
    readonly int tlsPort = Ports.Free();
    Process process = null!;

    TurnProcess(string address) => this.address = address;

    public string Udp => $"turn:{address}:{port}?transport=udp";

    public string Tcp => $"turn:{address}:{port}?transport=tcp";

    public string Tls => $"turns:{address}:{tlsPort}?transport=tcp";

    public string Stun => $"stun:{address}:{port}";

    /// <summary>The command line of a house that offers these of its ways.</summary>
    public static string[] Settings(params string[] urls) => ["--Klapphaus:TurnUrls", string.Join(',', urls), "--Klapphaus:TurnSecret", Secret];

    public static async Task<TurnProcess> StartAsync(string address)
    {
        var turn = new TurnProcess(address);
        turn.Write();
        await turn.RunAsync();
        return turn;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(patience);
        process.Dispose();
        folder.Dispose();
    }

    void Write()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={address}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (certificateFile, keyFile) = (Path.Combine(folder.Path, "cert.pem"), Path.Combine(folder.Path, "key.pem"));
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        var lines = File.ReadAllText(RepositoryFile.Path("infra/coturn/turnserver.conf"))
            .Replace("@TURN_SECRET@", Secret, StringComparison.Ordinal)
            .Replace("/etc/klapphaus/tls/turn-cert.pem", certificateFile, StringComparison.Ordinal)
            .Replace("/etc/klapphaus/tls/turn-key.pem", keyFile, StringComparison.Ordinal)
            .Replace("tls-listening-port=5349", $"tls-listening-port={tlsPort}", StringComparison.Ordinal)
            .Replace("listening-port=3478", $"listening-port={port}", StringComparison.Ordinal)
            .Split('\n')
            .Where(line => !line.StartsWith("denied-peer-ip", StringComparison.Ordinal))
            .Append($"listening-ip={address}")
            .Append($"relay-ip={address}")
            .Append($"pidfile={Path.Combine(folder.Path, "pid")}");
        File.WriteAllText(Path.Combine(folder.Path, "turnserver.conf"), string.Join('\n', lines));
    }

    async Task RunAsync()
    {
        process = Process.Start(new ProcessStartInfo("turnserver", ["-c", Path.Combine(folder.Path, "turnserver.conf")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(patience);
        while (!await IsOpenAsync(limit.Token)) await Task.Delay(TimeSpan.FromMilliseconds(30), limit.Token);
    }

    async Task<bool> IsOpenAsync(CancellationToken stopping)
    {
        if (process.HasExited) throw new InvalidOperationException($"coturn ended with code {process.ExitCode} before it was open.");
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(address, tlsPort, stopping);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
