using System.IO.Compression;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What visitors do with what lies at stands, by HTTP as a browser does it.</summary>
static class Taking
{
    /// <summary>Puts a link as a material at a stand.</summary>
    public static async Task LayOutAsync(this Browser bea, string stand, string material, string title, string link)
    {
        var edit = new StandEditRequest { Field = $"materials/{material}", Value = new() { Text = title, Link = link, Language = "de" } };
        Assert.Equal("taken", Assert.Single(await bea.EditAsync(stand, edit)).Verdict);
    }

    public static Task TakeAsync(this Browser who, string stand, string material) => who.DoAsync(HttpMethod.Post, "/api/bag", new BagRequest { Stand = stand, Material = material });

    public static Task<BagView> BagAsync(this Browser who) => who.AskAsync<BagView>(HttpMethod.Get, "/api/bag");

    public static Task<StandTimesView> TimesAsync(this Browser who, string stand) => who.AskAsync<StandTimesView>(HttpMethod.Get, $"/api/stands/{stand}/times");

    public static Task<StandTimesView> OfferAsync(this Browser who, string stand, DateTimeOffset start, int minutes = 30, int count = 1) =>
        who.AskAsync<StandTimesView>(HttpMethod.Post, $"/api/stands/{stand}/times", new StandTimesRequest { Start = start, Minutes = minutes, Count = count });

    /// <summary>The names in a zip, and what stands in each.</summary>
    public static async Task<Dictionary<string, string>> UnpackAsync(this HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var packed = new MemoryStream(await answer.Content.ReadAsByteArrayAsync());
        return Unpack(packed);
    }

    public static Dictionary<string, string> Unpack(Stream packed)
    {
        using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
    }
}
