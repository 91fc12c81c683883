using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Scaleout.Tests.Stage;
using Microsoft.AspNetCore.Http.Connections;

namespace Klapphaus.Scaleout.Tests.Proxy;

/// <summary>Two processes behind the load balancer with the file that operators use.</summary>
public sealed class ProxyTests
{
    [Fact]
    public async Task FileIsFaultless()
    {
        var (code, output) = await ProxyProcess.CheckAsync();
        Assert.True(code == 0 && !output.Contains("WARNING", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task PeopleComeByWebSocketAndByLongPollingToDifferentProcessesAndMeet()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all", "all");
        await using var proxy = await ProxyProcess.StartPatientAsync([.. house.Processes]);
        await using var ada = await proxy.Enter("Ada", "foyer", HttpTransportType.WebSockets);
        await using var bo = await proxy.Enter("Bo", "foyer", HttpTransportType.LongPolling);
        await using var cem = await proxy.Enter("Cem", "foyer", HttpTransportType.LongPolling);
        await using var dora = await proxy.Enter("Dora", "foyer", HttpTransportType.WebSockets);
        Person[] all = [ada, bo, cem, dora];

        var processes = await Task.WhenAll(all.Select(p => house.ProcessOf(p)));
        Assert.True(processes.Distinct().Count() == 2, $"all four are with one process: {string.Join(", ", processes.Select(p => p.Address))}");
        await ada.WalkTo(12.5, 2.5);
        await bo.WalkTo(5, 5);
        await cem.WalkTo(10, 5.5);
        await dora.WalkTo(3.5, 2);
        await AllSeeAllAsync(all);
        await bo.WalkTo(2, 2);
        await bo.WalkTo(4, 6);
        await ada.Sees(bo.Here);
        Assert.All(all, p => Assert.Equal(0, p.Connection.Traffic.Reconnects));

        Assert.Contains("/house", proxy.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("access_token", proxy.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("?", proxy.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyChoosesTheAddressFromWhichTheyCome()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small());
        var only = await house.AddAsync("all", "--Klapphaus:SignInsPerMinute=3");
        await using var proxy = await ProxyProcess.StartPatientAsync(only, only);
        using var mallory = proxy.NewClient();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++) answers.Add(await SignInAsync(mallory, $"203.0.113.{i}"));
        // limited as one, however many she says she is
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        // and who really comes from elsewhere is another, even when she names the first
        using var ada = proxy.NewClient(IPAddress.Parse("127.0.0.2"));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(ada, "127.0.0.1"));
    }

    [Fact]
    public async Task WhatIsForOperatorsIsRefusedFromOutsideHoweverItIsWritten()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all");
        await using var proxy = await ProxyProcess.StartPatientAsync(house.Processes[0], house.Processes[0]);
        using var client = proxy.NewClient();
        var outside = new Dictionary<string, HttpStatusCode>();
        foreach (var path in new[] { "/metrics", "/METRICS", "/%6detrics", "/metrics/", "/api/%2e%2e/metrics", "/orleans", "/orleans/grains", "/metrics?x=1" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(proxy.Address.AbsoluteUri.TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            using var answer = await client.SendAsync(request);
            outside[path] = answer.StatusCode;
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType); // haproxy's own page: the house was not asked
        }
        Assert.All(outside, pair => Assert.Equal(HttpStatusCode.NotFound, pair.Value));
        using var open = await client.GetAsync(new Uri("/api/house", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Contains("max-age", open.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);

        using var redirected = await client.GetAsync(new Uri(proxy.Plain, "/raum?x=1"));
        Assert.Equal(HttpStatusCode.PermanentRedirect, redirected.StatusCode);
        Assert.Equal(("https", "/raum?x=1"), (redirected.Headers.Location!.Scheme, redirected.Headers.Location.PathAndQuery));
    }

    [Fact]
    public async Task WhenTheProxyIsKilledAndStartedAgainEverybodyWalksOnWhereTheyStood()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all", "all");
        await using var proxy = await ProxyProcess.StartPatientAsync([.. house.Processes]);
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            proxy.Enter($"Gast {i}", "foyer", i % 3 == 0 ? HttpTransportType.LongPolling : HttpTransportType.WebSockets)));
        await AllSeeAllAsync(people); // two processes that have just started are slow to take the first words, and a start that comes late is put back
        await Task.WhenAll(people.Select((p, i) => p.WalkTo(2.5 + i, 1.5 + i % 2 * 4)));
        await AllSeeAllAsync(people); // so that no last step is on its way
        var stood = people.Select(p => p.Picture.Own).ToList();

        var before = people.Select(p => p.Connection.Traffic.Reconnects).ToList();
        var clock = Stopwatch.StartNew();
        await proxy.KillAsync();
        await proxy.RunAsync();
        var open = clock.Elapsed;
        await Task.WhenAll(people.Select((p, i) => p.WaitUntil(
            _ => p.Connection.State.Status == ConnectionStatus.Connected && p.Connection.Traffic.Reconnects > before[i], "the proxy is back", TimeSpan.FromSeconds(30))));
        Assert.Equal(stood, people.Select(p => p.Picture.Own));
        await Task.WhenAll(people.Select((p, i) => p.WalkTo(2.5 + i, 2 + i % 2 * 4)));
        var walked = clock.Elapsed;
        TestContext.Current.TestOutputHelper?.WriteLine($"proxy open again after {open.TotalSeconds:0.0} s, all ten had walked again after {walked.TotalSeconds:0.0} s");
        await AllSeeAllAsync(people);
        Assert.True(walked - open < TimeSpan.FromSeconds(5 + 4), $"The proxy was open after {open.TotalSeconds:0.0} s, the last walked after {walked.TotalSeconds:0.0} s.");
        await Task.WhenAll(people.Select(p => p.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task WhenAProcessIsKilledItsPeopleComeInByTheOtherAtOnce()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "silo", "gateway", "gateway");
        await using var proxy = await ProxyProcess.StartPatientAsync(house.Processes[1], house.Processes[2]);
        var people = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            proxy.Enter($"Gast {i}", "foyer", i % 3 == 0 ? HttpTransportType.LongPolling : HttpTransportType.WebSockets)));
        await using var cem = await house.Processes[1].Enter("Cem", "foyer"); // by no proxy: with whom he is, is known
        var dying = await house.ProcessOf(cem);
        var with = await Task.WhenAll(people.Select(house.ProcessOf));
        var lost = people.Where((_, i) => with[i] == dying).ToList();
        Assert.InRange(lost.Count, 1, people.Length - 1);
        await house.Processes[1].KillAsync();
        var clock = Stopwatch.StartNew();
        using var browser = proxy.NewClient(); // it still has the cookie of the dead one
        foreach (var process in new[] { "h1", "h2" })
        {
            using var question = new HttpRequestMessage(HttpMethod.Post, new Uri("/house/negotiate?negotiateVersion=1", UriKind.Relative)) { Headers = { { "Cookie", $"klapphaus-process={process}" } } };
            using var answer = await browser.SendAsync(question);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode); // a house's answer to who is not signed in
        }
        await Task.WhenAll(lost.Select(p => p.WaitUntil(
            _ => p.Connection.State.Status == ConnectionStatus.Connected && p.Connection.Traffic.Reconnects >= 1, "they are back by the other process", TimeSpan.FromSeconds(30))));
        TestContext.Current.TestOutputHelper?.WriteLine($"{lost.Count} people of the killed gateway were back by the other after {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"back after {clock.Elapsed}"); // at once, but for a machine that stands still; a line that nobody cuts is silent for two minutes
        Assert.All(people.Except(lost), p => Assert.Equal(0, p.Connection.Traffic.Reconnects));
        await Task.WhenAll(people.Select(p => p.DisposeAsync().AsTask()));
    }

    static async Task AllSeeAllAsync(Person[] people)
    {
        foreach (var viewer in people)
            foreach (var seen in people.Where(p => p != viewer)) await viewer.Sees(seen.Here);
    }

    static async Task<HttpStatusCode> SignInAsync(HttpClient client, string pretended)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/session?token=true", UriKind.Relative)) { Content = JsonContent.Create(new SessionRequest { Name = "Mallory" }) };
        request.Headers.Add("X-Forwarded-For", pretended);
        request.Headers.Add("Forwarded", $"for={pretended}");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
