using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Two hosts edit at once: nothing is lost, and the second sees what the first has written.</summary>
public sealed class TogetherTests(FairHouse fair) : IClassFixture<FairHouse>
{
    /// <summary>For the long form of a hundred set KLAPPHAUS_SCHEDULES=100.</summary>
    static readonly int schedules = int.TryParse(Environment.GetEnvironmentVariable("KLAPPHAUS_SCHEDULES"), out var given) ? given : 3;

    static readonly string[] fields = ["name", "line", "text"];

    [Fact]
    public async Task WhoComesSecondSeesWhatIsThereAndDecides()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        using var tom = await fair.HostAsync(bea, stand, "Tom", "edit");
        Assert.Equal("taken", (await bea.WriteAsync(stand, "name", "Stadt Soest", 0)).Verdict);
        var second = await tom.WriteAsync(stand, "name", "Soest", 0);
        Assert.Equal(("outdated", "Stadt Soest", "Bea", 1L), (second.Verdict, second.Now.Value!.Text, second.Now.By, second.Now.Revision));
        // another field is nobody else's matter, and the same words are no change
        Assert.Equal("taken", (await tom.WriteAsync(stand, "line", "Läden auf Zeit", 0)).Verdict);
        Assert.Equal("same", (await tom.WriteAsync(stand, "name", "Stadt Soest", 0)).Verdict);
        Assert.Equal("taken", (await tom.WriteAsync(stand, "name", "Soest", second.Now.Revision)).Verdict);
        var undone = (await bea.AskAsync<StandEditsView>(HttpMethod.Post, $"/api/stands/{stand}/undo", new StandUndoRequest { Revision = 3 })).Results[0];
        Assert.Equal(("name", "taken", "Stadt Soest", "Bea"), (undone.Field, undone.Verdict, undone.Now.Value!.Text, undone.Now.By));
        Assert.Equal([(1, 0), (2, 0), (3, 0), (4, 3)], (await bea.DraftAsync(stand)).History.Select(c => ((int)c.Revision, (int)c.Undoes)));
    }

    [Fact]
    public async Task OfTwoWhoWriteInTheSameMomentOneIsTaken()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        using var tom = await fair.HostAsync(bea, stand, "Tom", "edit");
        long revision = 0;
        for (var round = 0; round < 20; round++)
        {
            var results = await Task.WhenAll(bea.WriteAsync(stand, "name", $"Bea {round}", revision), tom.WriteAsync(stand, "name", $"Tom {round}", revision));
            var taken = Assert.Single(results, r => r.Verdict == "taken");
            var other = Assert.Single(results, r => r.Verdict == "outdated");
            Assert.Equal(taken.Now.Value!.Text, other.Now.Value!.Text);
            revision = taken.Now.Revision;
        }
    }

    /// <summary>Each writes on and on, by what they have last seen, without waiting for the other; everything that was confirmed is there or in the history.</summary>
    [Fact]
    public async Task WhateverTheOrderNothingConfirmedIsLost()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1));
        using var olga = await house.OrganiserAsync();
        var stand = (await olga.GiveAsync("halle", "stand-1")).Id;
        using var bea = new Browser(house.Address);
        await bea.ComeAsync("Bea", await olga.InviteAsync(stand, owner: true));
        using var tom = new Browser(house.Address);
        await tom.ComeAsync("Tom", await bea.InviteAsync(stand, rights: ["edit"]));
        for (var seed = 1; seed <= schedules; seed++) await WriteTogetherAsync(stand, bea, tom, seed);
    }

    static async Task WriteTogetherAsync(string stand, Browser bea, Browser tom, int seed)
    {
        var before = await bea.DraftAsync(stand);
        var last = before.Fields.Values.Select(f => f.Revision).DefaultIfEmpty().Max();
        var confirmed = (await Task.WhenAll(WriteOnAsync(bea, "Bea", seed), WriteOnAsync(tom, "Tom", seed + 100))).SelectMany(c => c).ToList();
        var draft = await bea.DraftAsync(stand);
        Assert.InRange(confirmed.Count, 10, 50);
        var made = draft.History.Where(c => c.Revision > last).ToList();
        Assert.Equal(confirmed.Order(), made.Select(c => $"{c.Field} {c.After!.Text} {c.By}").Order());
        foreach (var change in made.GroupBy(c => c.Field).Select(c => c.Last()))
            Assert.Equal((change.After!.Text, change.Revision), (draft.Fields[change.Field].Value!.Text, draft.Fields[change.Field].Revision));

        async Task<List<string>> WriteOnAsync(Browser who, string name, int number)
        {
            var random = new Random(number);
            var known = fields.ToDictionary(f => f, f => before.Fields.TryGetValue(f, out var there) ? there.Revision : 0);
            List<string> taken = [];
            for (var i = 0; i < 25; i++)
            {
                var field = fields[random.Next(fields.Length)];
                var result = await who.WriteAsync(stand, field, $"{name} {seed} {i}", known[field]);
                known[field] = result.Now.Revision;
                if (result.Verdict == "taken") taken.Add($"{field} {name} {seed} {i} {name}");
            }
            return taken;
        }
    }
}
