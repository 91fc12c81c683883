namespace Klapphaus.Browser.Tests.Stage;

/// <summary>Sound as it comes to somebody's browser, whether it is let be heard or not.</summary>
static class SoundOnTheWire
{
    /// <summary>How many connections there are over which anything could come.</summary>
    public static Task<int> ConnectionsAsync(this Person person) => person.Page.EvaluateAsync<int>("async () => (await klapphaus.received()).length");

    /// <summary>Bytes that have come by all connections there are.</summary>
    public static Task<long> SoundAsync(this Person person) =>
        person.Page.EvaluateAsync<long>("async () => (await klapphaus.received()).reduce((sum, each) => sum + each.audioBytes, 0)");

    /// <summary>Bytes that have come since it was so many. What was taken away is counted no more, and what is made anew counts from nothing.</summary>
    public static async Task<long> SoundSinceAsync(this Person person, long before)
    {
        var now = await person.SoundAsync();
        return now < before ? now : now - before;
    }

    /// <summary>Waits until what was on its way yet has come: the count rests for a quarter of a second, in which a dozen packets of somebody who is heard would come.</summary>
    public static Task SoundRunsOutAsync(this Person person) => person.UntilAsync(
        "the sound has run out",
        """
        async () => {
          const all = await klapphaus.received();
          const bytes = all.reduce((sum, each) => sum + each.audioBytes, 0);
          const looks = all.length > 0 && window.ran?.bytes === bytes ? window.ran.looks + 1 : 0;
          window.ran = { bytes, looks };
          return looks >= 5;
        }
        """);
}
