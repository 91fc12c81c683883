using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Telemetry;

/// <summary>What an operator's monitoring reads. Alone, since a process counts as one, and other tests open houses in it.</summary>
[Collection(Alone.Name)]
public sealed partial class MetricsTests : IAsyncLifetime
{
    TestHouse house = null!;
    HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.OpenAsync(DrawnHouse.Small());
        http = new() { BaseAddress = house.Address };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task PeopleStepsTicksAndFramesAreCounted()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await ada.WalkTo(8, 2.5);
        await bo.Sees(ada.At(8, 2.5));
        var metrics = await ReadAsync();
        Assert.Equal(2, Value(metrics, "klapphaus_connections"));
        Assert.Equal(2, Value(metrics, "klapphaus_room_people", "room=\"foyer\""));
        Assert.InRange(Value(metrics, "klapphaus_room_steps_total"), 2, 10_000);
        Assert.InRange(Value(metrics, "klapphaus_room_ticks_total"), 2, 10_000);
        Assert.InRange(Value(metrics, "klapphaus_feed_frames_total"), 2, 10_000);
        Assert.InRange(Value(metrics, "klapphaus_feed_bytes_total"), 16, 1_000_000);
        Assert.DoesNotContain("Ada", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(ada.Id, metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepsThatCannotBeAreCountedAsPutBack()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        var before = Value(await ReadAsync(), "klapphaus_room_put_back_total");
        await ada.Says(14, 6);
        await ada.WaitUntil(_ => ada.Connection.Traffic.PutBacks > 0, "she is put back");
        Assert.True(Value(await ReadAsync(), "klapphaus_room_put_back_total") > before);
    }

    [Fact]
    public async Task EveryMetricOfTheDashboardIsThere()
    {
        await using var ada = await house.Enter("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        await ada.Says(14, 6);
        await ada.WaitUntil(_ => ada.Connection.Traffic.PutBacks > 0, "she is put back");
        Assert.Equal(ErrorCode.RoomUnknown, (await bo.Connection.EnterAsync("nirgends")).Error);
        var metrics = await ReadAsync();
        var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "klapphaus.json")));
        var names = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(p => p.GetProperty("targets").EnumerateArray())
            .SelectMany(t => MetricName().Matches(t.GetProperty("expr").GetString()!).Select(m => m.Value)).Distinct().ToList();
        Assert.InRange(names.Count, 15, 100);
        // what has not happened yet in this house has no number yet
        string[] rare = ["klapphaus_feed_attaches_total", "klapphaus_feed_skipped_total", "klapphaus_room_recovered_total", "klapphaus_room_answer_milliseconds_bucket", "klapphaus_calls_refused_total"];
        Assert.All(names.Except(rare), n => Assert.Contains(n, metrics, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task WhatAProxyBringsAlongIsNotAnswered(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    async Task<string> ReadAsync() => await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

    static double Value(string metrics, string name, string label = "")
    {
        var line = metrics.Split('\n').FirstOrDefault(l => (l.StartsWith(name + "{", StringComparison.Ordinal) || l.StartsWith(name + " ", StringComparison.Ordinal)) && l.Contains(label, StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line.Split("} ")[^1].Split(' ')[0]);
    }

    [GeneratedRegex(@"\b(klapphaus|dotnet)_[a-z_]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MetricName();
}
