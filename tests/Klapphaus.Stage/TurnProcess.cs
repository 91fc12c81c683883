using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Klapphaus.Stage;

/// <summary>A real coturn as operators run it, by infra/coturn with a secret put in, with a folder and a certificate of its own. It relays into the network of the test, which operators forbid.</summary>
sealed class TurnProcess : IAsyncDisposable
{
    public const string Secret = "geheimnis-des-relais";

    // as they stand in the file: ports that the system gives away may be some browser's for UDP, and coturn wants both
    const int Port = 3478;
    const int TlsPort = 5349;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    readonly TemporaryFolder folder = new();
    readonly string address;
    Process process = null!;

    TurnProcess(string address) => this.address = address;

    public string Udp => $"turn:{address}:{Port}?transport=udp";

    public string Tcp => $"turn:{address}:{Port}?transport=tcp";

    public string Tls => $"turns:{address}:{TlsPort}?transport=tcp";

    public string Stun => $"stun:{address}:{Port}";

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
        var said = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        for (var since = TimeProvider.System.GetTimestamp(); !await IsOpenAsync(); await Task.Delay(TimeSpan.FromMilliseconds(30)))
        {
            if (TimeProvider.System.GetElapsedTime(since) < patience) continue;
            process.Kill();
            throw new InvalidOperationException($"coturn was not open in time. It said: {await said}");
        }
    }

    async Task<bool> IsOpenAsync()
    {
        if (process.HasExited) throw new InvalidOperationException($"coturn ended with code {process.ExitCode} before it was open.");
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(address, TlsPort);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
