using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Klapphaus.Client;
using Microsoft.AspNetCore.Http.Connections;

namespace Klapphaus.Scaleout.Tests.Stage;

/// <summary>The real haproxy, as operators run it by infra/haproxy/haproxy.cfg, in front of two processes, with a certificate of its own.</summary>
sealed class ProxyProcess : IAsyncDisposable
{
    const int MostTries = 3;

    static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    readonly TemporaryFolder folder = new();
    readonly int tls = StagePorts.Free(), plain = StagePorts.Free();
    readonly Uri[] houses;
    readonly int fall;
    readonly List<string> said = [];
    readonly X509Certificate2 authority;
    Process process = null!;

    ProxyProcess(Uri[] houses, int fall)
    {
        (this.houses, this.fall) = (houses, fall);
        authority = MakeCertificate(Path.Combine(folder.Path, "haus.pem"));
    }

    public static string Configuration => RepositoryFile.Path("infra/haproxy/haproxy.cfg");

    public Uri Address => new($"https://localhost:{tls}");

    public Uri Plain => new($"http://localhost:{plain}");

    public X509Certificate2 Authority => authority;

    /// <summary>Everything that it has logged so far.</summary>
    public string Said
    {
        get { lock (said) return string.Join('\n', said); }
    }

    public static Task<ProxyProcess> StartAsync(params HouseProcess[] houses) => StartAsync(houses, fall: 2);

    /// <summary>One that takes no process for down that only stands still for some seconds, for who asks what happens while all are well.</summary>
    public static Task<ProxyProcess> StartPatientAsync(params HouseProcess[] houses) => StartAsync(houses, fall: 40);

    static async Task<ProxyProcess> StartAsync(HouseProcess[] houses, int fall)
    {
        using (var client = new HttpClient())
        using (var limit = new CancellationTokenSource(patience))
            foreach (var house in houses)
                while (!await IsReadyAsync(client, new(house.Address, "/healthz/ready"), limit.Token)) await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        var proxy = new ProxyProcess([.. houses.Select(h => h.Address)], fall);
        await proxy.RunAsync();
        return proxy;
    }

    /// <summary>What <c>haproxy -c</c> says about the file.</summary>
    public static async Task<(int Code, string Output)> CheckAsync()
    {
        await using var proxy = new ProxyProcess([new("http://127.0.0.1:5001"), new("http://127.0.0.1:5002")], fall: 2);
        using var check = proxy.Launch("-c");
        var errors = check.StandardError.ReadToEndAsync();
        var output = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync().WaitAsync(patience);
        return (check.ExitCode, output + await errors);
    }

    /// <summary>Starts it (again), and returns when it lets people in.</summary>
    public async Task RunAsync()
    {
        process = Launch();
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = NewClient();
        using var limit = new CancellationTokenSource(patience);
        while (!await IsReadyAsync(client, new("/healthz/ready", UriKind.Relative), limit.Token))
        {
            if (process.HasExited) throw new InvalidOperationException($"haproxy does not run. It said: {Said}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(patience);
        process.Dispose();
    }

    /// <summary>Comes in by the proxy. On a machine that stands still for two seconds a process that has just started counts as down, and people try again.</summary>
    public async Task<Person> Enter(string name, string room, HttpTransportType transports)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var person = new Person(await HouseConnection.ConnectAsync(new() { Address = Address, Name = name, Transports = transports, Authority = authority, CallTimeout = TimeSpan.FromSeconds(30) }));
                await person.Enter(room);
                return person;
            }
            catch (HouseRefusedException refused) when (refused.Code == ErrorCode.Unavailable && tries < MostTries)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>A plain HTTP client that trusts this proxy.</summary>
    /// <param name="from">The address of this machine from which it calls.</param>
    public HttpClient NewClient(IPAddress? from = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new() { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == authority.Thumbprint },
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(from ?? IPAddress.Loopback, 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = Address,
        DefaultRequestVersion = HttpVersion.Version11,
    };

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        authority.Dispose();
        folder.Dispose();
    }

    static async Task<bool> IsReadyAsync(HttpClient client, Uri address, CancellationToken limit)
    {
        try
        {
            using var answer = await client.GetAsync(address, limit);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
    }

    Process Launch(params string[] arguments)
    {
        var start = new ProcessStartInfo("haproxy", ["-db", "-f", Configuration, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        for (var i = 0; i < houses.Length; i++) start.Environment[$"KLAPPHAUS_HOUSE_{i + 1}"] = houses[i].Authority;
        start.Environment["KLAPPHAUS_CERTIFICATE"] = Path.Combine(folder.Path, "haus.pem");
        start.Environment["KLAPPHAUS_TLS"] = $"127.0.0.1:{tls}";
        start.Environment["KLAPPHAUS_PLAIN"] = $"127.0.0.1:{plain}";
        start.Environment["KLAPPHAUS_CONNECTIONS"] = "2000"; // any machine for tests has the handles
        start.Environment["KLAPPHAUS_FALL"] = $"{fall}";
        start.Environment["KLAPPHAUS_ADMIN"] = Path.Combine(folder.Path, "admin.sock");
        return Process.Start(start)!;
    }

    static X509Certificate2 MakeCertificate(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(file, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return X509CertificateLoader.LoadCertificate(made.Export(X509ContentType.Cert));
    }
}
