using System.Net;
using System.Net.Sockets;
using Klapphaus.Server.Start;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klapphaus.Server.Tests.Start;

/// <summary>The house cannot start: the operator reads one line that says what, and what to do.</summary>
public sealed class StartFaultTests : IDisposable
{
    readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("de_DE.UTF-8", "Die Adresse ist schon vergeben", "wählen Sie eine andere")]
    [InlineData("en_GB.UTF-8", "The address is taken already", "choose another")]
    public async Task PortThatIsTakenIsSaid(string language, string what, string todo)
    {
        using var taken = Listen();
        await Fails([.. Data, "--urls", $"http://127.0.0.1:{Port(taken)}"], language, what, todo);
    }

    [Fact]
    public async Task DataFolderOfAnotherHouseIsSaid()
    {
        await using var other = await HouseProcess.StartAsync(DrawnHouse.Small());
        await Fails(["--Klapphaus:DataPath", other.DataPath, "--urls", "http://127.0.0.1:0"], what: "wird schon von einem anderen Klapphaus benutzt", todo: "wählen Sie einen anderen Ordner");
        await using var ada = await other.Enter("Ada", "foyer"); // and the other has not suffered
    }

    [Fact]
    public async Task DataFolderThatIsNoneIsSaid()
    {
        var file = Path.Combine(data.Path, "file");
        await File.WriteAllTextAsync(file, "");
        await Fails(["--Klapphaus:DataPath", Path.Combine(file, "house"), "--urls", "http://127.0.0.1:0"], what: file, todo: "?");
    }

    [Fact]
    public async Task FloorPlanWithAFaultIsSaid()
    {
        DrawnHouse.Small().WriteTo(Path.Combine(data.Path, "house"));
        await File.WriteAllTextAsync(Path.Combine(data.Path, "house", "halle.tmj"), "{}");
        await Fails([.. Data, "--urls", "http://127.0.0.1:0"], what: "halle.tmj", todo: "bitte in Tiled beheben");
    }

    [Fact]
    public async Task RedisThatIsNotThereIsSaidWithoutItsPassword()
    {
        int free;
        using (var listener = Listen()) free = Port(listener);
        var errors = await Fails([.. Data, "--urls", "http://127.0.0.1:0", "--ConnectionStrings:redis", $"127.0.0.1:{free},password=geheim"], what: "Redis antwortet nicht", todo: "Läuft der Dienst");
        Assert.DoesNotContain("geheim", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RedisThatDoesNotAnswerIsSaid()
    {
        using var silent = Listen();
        await Fails([.. Data, "--urls", "http://127.0.0.1:0", "--ConnectionStrings:redis", $"127.0.0.1:{Port(silent)}"], what: "Redis antwortet nicht", todo: "Läuft der Dienst");
    }

    [Theory]
    [InlineData("JanusUrl", "http://127.0.0.1:8188", "eine Adresse wie ws://127.0.0.1:8188")]
    [InlineData("JanusUrl", "ws://127.0.0.1:8188", "admin_key")] // and its key is missing
    [InlineData("TurnUrls", "stun:haus.example, https://haus.example", "stun:, turn: oder turns:")]
    [InlineData("TurnUrls", "turn:haus.example", "static-auth-secret")] // and its secret is missing
    public async Task SettingOfSoundThatCannotBeIsSaid(string setting, string value, string todo) =>
        await Fails([.. Data, "--urls", "http://127.0.0.1:0", $"--Klapphaus:{setting}", value], what: "Die Einstellung Klapphaus:", todo: todo);

    [Fact]
    public async Task WhoStopsItBeforeItIsOpenReadsThat()
    {
        EarlyStop? stop = null;
        var fault = await Assert.ThrowsAsync<StartFault>(() => HouseHost.StartAsync(
            [.. Data, "--urls", "http://127.0.0.1:0"], parts => parts.AddHostedService(s => stop = new(s.GetRequiredService<IHostApplicationLifetime>()))));
        Assert.Equal(OperatorWords.Of("Beendet, bevor das Klapphaus offen war.", "Stopped before the Klapphaus was open."), fault.Message);
        Assert.True(stop!.IsStopped, "What had started already was not stopped.");
    }

    [Fact]
    public async Task GoodPlanIsPraisedByCheck()
    {
        DrawnHouse.Small().WriteTo(data.Path);
        var (code, output, errors) = await HouseProcess.RunAsync(["check", Path.Combine(data.Path, "foyer.tmj")]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("foyer: in Ordnung (16 x 8 Kacheln", output, StringComparison.Ordinal);
        (code, output, _) = await HouseProcess.RunAsync(["check", data.Path], "en_US.UTF-8");
        Assert.Equal(0, code);
        Assert.Contains("halle: good (12 x 5 tiles", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryFaultOfAPlanIsToldByCheck()
    {
        DrawnHouse.Small().With("halle", ["########", "F..e...X", "#......#", "########"], doors: [("F", "foyer"), ("X", "keller")]).With("foyer", ["########", "#..e####", "#...#..H", "########"], doors: ("H", "halle")).WriteTo(data.Path);
        var (code, output, errors) = await HouseProcess.RunAsync(["check", data.Path]);
        Assert.Equal((1, ""), (code, errors));
        Assert.Contains("keller", output, StringComparison.Ordinal);
        Assert.Contains("foyer.tmj", output, StringComparison.Ordinal);
        Assert.Contains("2 Fehler.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckSaysWhenThereIsNothingToCheck()
    {
        Assert.Equal(2, (await HouseProcess.RunAsync(["check"])).Code);
        var (code, output, _) = await HouseProcess.RunAsync(["check", Path.Combine(data.Path, "none.tmj")]);
        Assert.Equal(2, code);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    string[] Data => ["--Klapphaus:DataPath", data.Path];

    static async Task<string> Fails(string[] arguments, string language = "de_DE.UTF-8", string what = "", string todo = "")
    {
        var (code, output, errors) = await HouseProcess.RunAsync(arguments, language);
        Assert.NotEqual(0, code);
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.Contains(todo, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        return errors;
    }

    static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>An operator who changes their mind while it starts.</summary>
    sealed class EarlyStop(IHostApplicationLifetime lifetime) : IHostedService
    {
        public bool IsStopped { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.StopApplication();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            IsStopped = true;
            return Task.CompletedTask;
        }
    }
}
