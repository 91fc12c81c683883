using System.Diagnostics;
using Klapphaus.Contracts;
using Klapphaus.Server.House;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klapphaus.Server.Tests.Limits;

/// <summary>
/// Eve and her like send what no client sends, for as long as it takes: right frames that were damaged, and noise. The others notice nothing, and nothing of
/// it stays. <c>KLAPPHAUS_FUZZ=1000000</c> sends a million frames, <c>KLAPPHAUS_FUZZ_SEED</c> the same ones again.
/// </summary>
[Collection(Alone.Name)]
public sealed class FrameFuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    const int Attackers = 4;

    /// <summary>
    /// What a connection that has ended may leave behind, in bytes; one that is still held takes far more. Measured: 700, half of it in the embedded store, which
    /// keeps the name of every channel that was ever listened to (each connection has one), the rest in pages of that store until they are all in use.
    /// </summary>
    const long PerLine = 1024;

    /// <summary>What the house may have grown by without any of them: its store's pages, its caches.</summary>
    const long Anyway = 16 * 1024 * 1024;

    static readonly int many = Number("KLAPPHAUS_FUZZ") ?? 40_000;
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    readonly int seed = Number("KLAPPHAUS_FUZZ_SEED") ?? Random.Shared.Next();
    readonly SocketsHttpHandler handler = new();
    TestHouse house = null!;
    long frames;
    int lines;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenAsync(DrawnHouse.Small());

    public async ValueTask DisposeAsync()
    {
        handler.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task FramesThatNoClientSendsHarmNobodyAndLeaveNothing()
    {
        output.WriteLine($"Seed {seed}");
        using var faults = new LogBook(house, LogLevel.Error);
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await using var cem = await house.Enter("Cem", "halle");
        await using var dora = await house.Enter("Dora", "halle");
        await ada.Knows(bo);
        await cem.Knows(dora);
        Stroll[] strolls = [new(ada, bo), new(cem, dora)];
        var clock = Stopwatch.StartNew();

        await AttackAsync(many / 10, seed, strolls);
        var (linesBefore, memoryBefore, socketsBefore) = (lines, await QuietAsync(4), Sockets());
        await AttackAsync(many, seed + Attackers, strolls);
        var memory = await QuietAsync(4) - memoryBefore;

        output.WriteLine($"{frames} frames by {lines} lines in {clock.Elapsed.TotalSeconds:0} s; memory {memory / 1024} KB more; {strolls.Sum(s => s.Turns)} turns walked.");
        Assert.Empty(faults.Lines);
        foreach (var stroll in strolls) stroll.Check("Eve");
        Assert.InRange(memory, long.MinValue, Anyway + PerLine * (lines - linesBefore));
        // a socket may be let go of a moment after its connection
        for (var looks = 0; looks < 50 && Sockets() > socketsBefore + 4; looks++) await Task.Delay(TimeSpan.FromSeconds(0.2));
        Assert.InRange(Sockets(), 0, socketsBefore + 4);
        await using var zoe = await house.Enter("Zoe", "foyer");
        await zoe.WalkTo(8, 1.5);
        await ada.Sees(zoe.Here);
    }

    /// <summary>Deeper than the stack of a thread: a reader that calls itself for each level would take the whole house with it.</summary>
    [Theory]
    [InlineData("an argument")]
    [InlineData("a field that nobody knows")]
    [InlineData("the answer to a question that was not asked")]
    [InlineData("an item of a stream that is not there")]
    public async Task NestingDeeperThanAnyStackEndsTheLineAtMost(string where)
    {
        await using var bo = await house.Enter("Bo", "foyer");
        await using var eve = await FuzzLine.OpenAsync(house.Address, await house.SignIn("Eve"), new HttpMessageInvoker(handler, disposeHandler: false));
        await eve.SendAsync(HubFrames.Of(new InvocationMessage(nameof(IHouseHub.Hello), [new HelloRequest { Protocol = Protocol.Version }])), new Random(1));
        byte[] nested = [.. Enumerable.Repeat((byte)0x91, Framing.Largest - 100), 0xc0];
        byte[] payload = where switch
        {
            "an argument" => [0x95, 0x01, 0x80, 0xc0, 0xa5, .. "Enter"u8, 0x91, .. nested],
            "a field that nobody knows" => [0x95, 0x01, 0x80, 0xc0, 0xa5, .. "Enter"u8, 0x91, 0x81, 0xa1, (byte)'z', .. nested],
            "the answer to a question that was not asked" => [0x95, 0x03, 0x80, 0xa1, (byte)'1', 0x03, .. nested],
            _ => [0x94, 0x02, 0x80, 0xa1, (byte)'1', .. nested],
        };
        await eve.SendAsync(Framing.Frame(payload), new Random(1));
        await eve.SettleAsync();
        Assert.Equal(2, eve.Read);
        await bo.WalkTo(5, 2);
    }

    async Task AttackAsync(long until, int first, Stroll[] strolls)
    {
        var attack = Task.WhenAll(Enumerable.Range(0, Attackers).Select(i => Task.Run(() => AttackAsync($"Eve {i}", new Random(first + i), until))));
        await Task.WhenAll(strolls.Select(s => s.WalkUntilAsync(attack)));
        await attack;
    }

    async Task AttackAsync(string name, Random random, long until)
    {
        using var by = new HttpMessageInvoker(handler, disposeHandler: false);
        var spoilt = new SpoiltFrames(random);
        var token = await house.SignIn(name);
        while (Volatile.Read(ref frames) < until)
        {
            await using var line = await FuzzLine.OpenAsync(house.Address, token, by);
            Interlocked.Increment(ref lines);
            if (random.Next(4) > 0) await line.SendAsync(Hello, random);
            if (random.Next(2) > 0) await line.SendAsync(Enter, random);
            for (var n = random.Next(20, 200); n > 0 && !line.HasEnded; n--) await ThrowAsync(line, spoilt.Next(), random);
            await line.SettleAsync();
            Interlocked.Add(ref frames, line.Read);
        }
    }

    static byte[] Hello => HubFrames.Of(new InvocationMessage(nameof(IHouseHub.Hello), [new HelloRequest { Protocol = Protocol.Version }]));

    static byte[] Enter => HubFrames.Of(new InvocationMessage(nameof(IHouseHub.Enter), [new EnterRequest { Room = "foyer" }]));

    /// <summary>What the house would wait for the end of is filled up, mostly; or nothing follows.</summary>
    static async Task ThrowAsync(FuzzLine line, byte[] frame, Random random)
    {
        while (Framing.Missing(frame) is { } missing and > 0 and < 1_000 && random.Next(6) > 0) frame = [.. frame, .. new byte[missing]];
        if (Framing.Missing(frame) == 0 && !Framing.Stalls(frame)) await line.SendAsync(frame, random);
        else await line.SendHalfAsync(random.Next(20) == 0 ? [.. frame, .. new byte[Framing.Largest]] : frame, politely: random.Next(2) == 0);
    }

    /// <summary>Waits until the house holds only so many connections, and says how much memory it then has.</summary>
    async Task<long> QuietAsync(int connections)
    {
        var visitors = house.Services.GetRequiredService<Visitors>();
        var clock = Stopwatch.StartNew();
        while (visitors.All.Count > connections)
        {
            if (clock.Elapsed > patience) throw new TimeoutException($"{visitors.All.Count} connections are left; {connections} were expected.");
            await Task.Delay(TimeSpan.FromSeconds(0.2));
        }
        Assert.Equal(connections, visitors.All.Count);
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Sockets of this process, on both ends; 0 where the system does not tell.</summary>
    static int Sockets() => Directory.Exists("/proc/self/fd")
        ? Directory.GetFiles("/proc/self/fd").Count(f => new FileInfo(f).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true)
        : 0;

    static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;
}
