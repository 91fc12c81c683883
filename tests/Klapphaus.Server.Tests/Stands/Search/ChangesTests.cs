using CsCheck;
using Klapphaus.Server.Stands.Search;
using static Klapphaus.Server.Tests.Stands.Search.Hall;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>What hosts change is found as it is now, and nothing else.</summary>
public sealed class ChangesTests
{
    [Fact]
    public void ChangeIsSeenAtOnce()
    {
        using var hall = new Hall(Stand("Ahlen") with { Text = "Orgel" });
        hall.Put(Stand("Ahlen") with { Title = "Unna", Materials = [Material("Trommel")] });
        Assert.Empty(hall.Titles("Ahlen"));
        Assert.Empty(hall.Titles("Orgel"));
        Assert.Equal(["Unna"], hall.Titles("Unna"));
        Assert.Equal(["Trommel"], hall.Titles("Trommel"));
    }

    [Fact]
    public void RemovedStandIsGoneWithItsMaterials()
    {
        using var hall = new Hall(Stand("Ahlen") with { Materials = [Material("Trommel")] }, Stand("Unna"));
        hall.Index.Remove("Ahlen");
        hall.Index.Remove("Nirgendwo");
        Assert.Empty(hall.Titles("Trommel"));
        Assert.Equal(["Unna"], hall.Titles(""));
        Assert.Equal([new("halle", 1)], hall.Find("").Facets.Rooms);
    }

    [Fact]
    public void DraftsAreNeverFound()
    {
        var draft = Stand("Ahlen") with { Published = false, Topics = ["Orgel"], Solutions = [new("Pfeifen", ["Stille"])], Materials = [Material("Trommel")] };
        using var hall = new Hall(draft, Stand("Unna") with { Materials = [Material("Flöte") with { Published = false, Solutions = [new("Töne", ["Stille"])] }] });
        foreach (var text in new[] { "Ahlen", "Orgel", "Trommel", "Flöte", "Pfeifen", "Töne" }) Assert.Empty(hall.Titles(text));
        Assert.Equal(["Unna"], hall.Titles(""));
        Assert.Empty(hall.Find(new StandQuery { Challenge = "Stille" }).Hits);
        Assert.Empty(hall.Find("").Facets.Topics);

        hall.Put(draft with { Published = true });
        Assert.Equal(["Trommel"], hall.Titles("Trommel"));
        hall.Put(draft);
        Assert.Equal(["Unna"], hall.Titles(""));
    }

    [Fact]
    public void EmptyIndexAnswers()
    {
        using var hall = new Hall();
        var answer = hall.Find("Leerstandsmanagement");
        Assert.Equal((0, 0), (answer.Total, answer.Hits.Count));
        Assert.Equal(["Leerstandsmanagement"], answer.Unknown);
        Assert.Empty(hall.Find(new StandQuery { Challenge = "Leerstand" }).Hits);
    }

    [Fact]
    public void IndexThatIsClosedSaysSo()
    {
        var index = new StandIndex();
        index.Dispose();
        index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => index.Find(new(), _ => false));
    }

    /// <summary>What happens to one of five stands: it is put with so many materials, put as a draft, removed, or all are put anew at once.</summary>
    [Fact]
    public void AfterAnyChangesExactlyWhatIsPublishedIsFound() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[0, 3]).Array[1, 30].Sample(story =>
    {
        using var hall = new Hall();
        var stands = new Dictionary<string, StandEntry>();
        foreach (var (kind, who, materials) in story)
        {
            var stand = Stand($"Stand{who}") with
            {
                Published = kind != 7,
                Text = $"w{kind}x{materials}",
                Materials = [.. Enumerable.Range(0, materials).Select(m => Material($"Blatt{who}{m}"))],
            };
            if (kind < 8)
            {
                stands[stand.Id] = stand;
                hall.Put(stand);
            }
            else if (kind == 8)
            {
                stands.Remove(stand.Id);
                hall.Index.Remove(stand.Id);
            }
            else
            {
                hall.Index.Put(stands.Values);
            }
            var published = stands.Values.Where(s => s.Published).ToArray();
            Assert.Equal(
                published.SelectMany(s => s.Materials.Select(m => m.Title).Append(s.Title)).Order(StringComparer.Ordinal),
                Titles(hall.Find(new StandQuery { Take = 50 })).Order(StringComparer.Ordinal));
            foreach (var text in stands.Values.Select(s => s.Text).Distinct())
                Assert.Equal(published.Count(s => s.Text == text), hall.Find(text).Hits.Count(h => stands[h.Stand].Text == text));
        }
    }, iter: 100);

    [Fact]
    public async Task SearchSeesAStandBeforeOrAfterAChangeNeverBetween()
    {
        StandEntry[] faces = [Face("Amsel"), Face("Drossel")];
        using var hall = new Hall(faces[0], Stand("Unna"));
        var changing = Task.Run(() =>
        {
            for (var change = 1; change <= 400; change++)
            {
                if (change % 50 == 0) hall.Put(faces[change % 2], Stand("Unna"));
                else hall.Put(faces[change % 2]);
            }
        });
        var seen = new HashSet<string>();
        do
        {
            var titles = hall.Titles("");
            Assert.Contains("Unna", titles);
            var faced = titles.Where(t => t != "Unna").ToArray();
            Assert.Equal(4, faced.Length);
            seen.Add(Assert.Single(faced.Select(t => t.Split(' ')[0]).Distinct()));

            var (old, young) = (hall.Find("Amsel"), hall.Find("Drossel"));
            Assert.Contains(old.Total, new[] { 0, 4 });
            Assert.Contains(young.Total, new[] { 0, 4 });
        }
        while (!changing.IsCompleted);
        await changing;
        Assert.NotEmpty(seen);
        Assert.Equal(4, hall.Find("Amsel").Total); // the last change is an even one

        static StandEntry Face(string name) => Stand("Vogel") with { Title = name, Materials = [Material($"{name} 1"), Material($"{name} 2"), Material($"{name} 3")] };
    }
}
