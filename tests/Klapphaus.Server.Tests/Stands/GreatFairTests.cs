using Klapphaus.Grains.Stands;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>The greatest fair that the house is made for: 100 stands with 50 materials each.</summary>
public sealed class GreatFairTests : IAsyncLifetime
{
    const int Stands = 100;
    const int MaterialsEach = 50;
    const int AtOnce = 4;

    static readonly string[] towns = ["Lörrach", "Höxter", "Fürth", "Öhringen", "Mölln", "Gießen", "Jülich", "Köthen", "Lünen", "Nürtingen"];

    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.OpenAsync(DrawnHouse.Small());
        foreach (var some in Enumerable.Range(0, Stands).Chunk(AtOnce)) await Task.WhenAll(some.Select(SetUpAsync));
        await house.Services.GetRequiredService<StandShelf>().ChangedAsync();
    }

    [Fact]
    public async Task EverythingIsInTheIndexAndEachIsFoundByItsName()
    {
        using var vera = new Browser(house.Address);
        await vera.SignInAsync(new() { Name = "Vera" });
        var all = await vera.FindUntilAsync("", f => f.Total == Stands * (MaterialsEach + 1), "everything is read");
        Assert.Equal((Stands, Stands * MaterialsEach), (all.Facets.Stands, all.Facets.Materials));
        Assert.Equal([("de", Stands + Stands * MaterialsEach / 2), ("en", Stands * MaterialsEach / 2)], all.Facets.Languages.Select(l => (l.Value, l.Count)));
        Assert.Equal(towns.Order(StringComparer.Ordinal), all.Facets.Topics.Where(t => t.Count == Stands / 10 * (MaterialsEach + 1)).Select(t => t.Value).Order(StringComparer.Ordinal));

        Assert.Equal("Stadt Höxter 41", (await vera.TitlesAsync("Stadt Hoexter 41"))[0]);
        Assert.Equal("Report 17 of Gießen 75", (await vera.TitlesAsync("reports 17 Giessen 75"))[0]);
        Assert.Equal("Leitfaden 48 aus Nürtingen 99", (await vera.TitlesAsync("Leitfäden 48 Nurtigen 99"))[0]);
        var inTown = await vera.FindAsync("", "topic=koethen&language=en&take=50");
        Assert.Equal(Stands / 10 * MaterialsEach / 2, inTown.Total);
        Assert.All(inTown.Hits, h => Assert.Contains("Köthen", h.Title, StringComparison.Ordinal));
        // page by page each comes once
        var pages = new HashSet<string>();
        for (var skip = 0; skip < Stands; skip += 50) pages.UnionWith((await vera.FindAsync("", $"kind=stand&take=50&skip={skip}")).Hits.Select(h => h.Stand));
        Assert.Equal(Stands, pages.Count);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    async Task SetUpAsync(int number)
    {
        var stand = house.Services.GetRequiredService<IGrainFactory>().GetGrain<IStandGrain>($"s{number:x32}");
        var olga = new StandCaller("olga", "Olga", Roles.Organiser, []);
        Assert.Equal(ErrorCode.None, await stand.Create(olga, new("halle", $"stand-{number}")));
        var owner = new Grains.Members.InvitationState { Id = "i", Label = "Stand", Role = Roles.Host, Issued = DateTimeOffset.UnixEpoch, Expires = DateTimeOffset.MaxValue, StandOwner = true };
        Assert.Equal(ErrorCode.None, await stand.Join("bea", "Bea", owner));
        var bea = new StandCaller("bea", "Bea", Roles.Host, []);
        var town = towns[number % towns.Length];
        FieldEdit[] edits =
        [
            Text("name", $"Stadt {town} {number}"), Text("line", "Läden auf Zeit"), Text("topics/t1", town),
            .. Enumerable.Range(0, MaterialsEach).Select(m => Material(m, m % 2 == 0 ? $"Leitfaden {m} aus {town} {number}" : $"Report {m} of {town} {number}")),
        ];
        Assert.All((await stand.Edit(bea, edits)).Results, r => Assert.Equal(World.Stands.EditVerdict.Taken, r.Verdict));
        Assert.Equal(ErrorCode.None, (await stand.Publish(bea, published: true)).Error);
    }

    static FieldEdit Text(string field, string text) => new() { Field = field, Revision = 0, Value = new() { Text = text } };

    static FieldEdit Material(int number, string title) => new()
    {
        Field = $"materials/m{number}",
        Revision = 0,
        Value = new() { Text = title, Link = "https://example.org/", Language = number % 2 == 0 ? "de" : "en" },
    };
}
