using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Looking for stands, by HTTP as a browser does it.</summary>
static class Finding
{
    /// <summary>Far more than it takes; only a failure waits so long.</summary>
    static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    /// <summary>Seldom enough for what one member may ask.</summary>
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(250);

    /// <summary>What is found by words, and by filters as they stand in an address: <c>room=halle&amp;take=50</c>.</summary>
    public static Task<StandSearchView> FindAsync(this Browser who, string words, string filters = "") =>
        who.AskAsync<StandSearchView>(HttpMethod.Get, $"/api/stands/search?q={Uri.EscapeDataString(words)}&{filters}");

    /// <summary>The titles of what is found, in order.</summary>
    public static async Task<string[]> TitlesAsync(this Browser who, string words, string filters = "") => [.. (await who.FindAsync(words, filters)).Hits.Select(h => h.Title)];

    /// <summary>Looks again and again until it is found so: the index follows the stands a little later.</summary>
    public static async Task<StandSearchView> FindUntilAsync(this Browser who, string words, Func<StandSearchView, bool> isRight, string what, string filters = "")
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var found = await who.FindAsync(words, filters);
            if (isRight(found)) return found;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < patience, $"“{words}” {filters}: {what}; but found is {string.Join(", ", found.Hits.Select(h => h.Title))} ({found.Total})");
            await Task.Delay(look, TimeProvider.System);
        }
    }

    /// <summary>Waits until exactly these are found, in any order.</summary>
    public static Task<StandSearchView> FindsAsync(this Browser who, string words, params string[] titles) => who.FindUntilAsync(
        words, found => found.Hits.Select(h => h.Title).Order(StringComparer.Ordinal).SequenceEqual(titles.Order(StringComparer.Ordinal)), $"should lead to {string.Join(", ", titles)}");
}
