using System.Net;
using System.Text;
using Klapphaus.Contracts;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Whom a stand's figures are for, and how they look as a table.</summary>
public sealed class FigureTests(FairHouse fair) : IClassFixture<FairHouse>
{
    [Fact]
    public async Task TheTeamReadsThemAndNobodyElse()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        using var edda = await fair.HostAsync(bea, stand, "Edda", "edit");
        using var stan = await fair.HostAsync(bea, stand, "Stan", "staff");
        using var enno = await fair.HostAsync(bea, stand, "Enno", "enquiries");
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        using var mona = (await fair.AsAsync("Mona", Roles.Moderator)).Browser;
        foreach (var path in new[] { "figures", "figures.csv" })
        {
            foreach (var who in new[] { bea, edda, stan, enno })
            {
                using var answer = await who.SendAsync(HttpMethod.Get, $"/api/stands/{stand}/{path}");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
            foreach (var who in new[] { vera, mona, olga })
                Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.StandRightMissing), await who.MayNotAsync(HttpMethod.Get, $"/api/stands/{stand}/{path}"));
        }
        var figures = await bea.AskAsync<StandFiguresView>(HttpMethod.Get, $"/api/stands/{stand}/figures");
        Assert.Equal((5, 0), (figures.Fewest, figures.Periods.Length));
        using var table = await bea.SendAsync(HttpMethod.Get, $"/api/stands/{stand}/figures.csv");
        Assert.Equal("Stadt Soest-zahlen.csv", table.Content.Headers.ContentDisposition?.FileNameStar ?? table.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        bea.Dispose();
    }

    [Fact]
    public async Task NumbersComeWithTheTitlesOfWhatIsStillThere()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        await bea.LayOutAsync(stand, "a1", "Leitfaden", "https://soest.example/");
        await Counted.KeepAsync(fair.Open.Services, stand, Counted.Days(new(2026, 1, 5), new(2026, 1, 6), 6, "a1"), Counted.Days(new(2026, 1, 7), new(2026, 1, 7), 8, "gone"));
        var figures = await bea.AskAsync<StandFiguresView>(HttpMethod.Get, $"/api/stands/{stand}/figures");
        Assert.Equal([(new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 6), 12), (new(2026, 1, 7), new(2026, 1, 7), 16)], figures.Periods.Select(p => (p.First, p.Last, p.Visits)));
        Assert.Equal([0, 6, 6, 0, 0], figures.Periods[0].Stays);
        Assert.Equal([("a1", "Leitfaden", 6), ("gone", "", 8)], figures.Periods.SelectMany(p => p.Materials).Select(m => (m.Material, m.Title, m.Taken)));
        bea.Dispose();
    }

    [Fact]
    public void EachNumberIsALineAndWhatIsNotShownSaysSo()
    {
        var figures = new StandFiguresView
        {
            Fewest = 5,
            Periods =
            [
                new()
                {
                    First = new(2026, 11, 23), Last = new(2026, 11, 24), Visits = 12, Stays = [5, null, 0, 7, null],
                    Materials = [new() { Material = "a1", Title = "=1+1", Taken = 6 }, new() { Material = "a2", Title = "", Taken = 5 }],
                },
            ],
        };
        string[] expected =
        [
            "Von;Bis;Was;Anzahl", "2026-11-23;2026-11-24;Besuche;12", "2026-11-23;2026-11-24;Besuche unter 1 Minute;5",
            "2026-11-23;2026-11-24;Besuche von 1 bis 5 Minuten;nicht gezeigt, zum Schutz Einzelner", "2026-11-23;2026-11-24;Besuche von 5 bis 15 Minuten;0",
            "2026-11-23;2026-11-24;Besuche von 15 bis 60 Minuten;7", "2026-11-23;2026-11-24;Besuche von mehr als einer Stunde;nicht gezeigt, zum Schutz Einzelner",
            "2026-11-23;2026-11-24;Mitgenommen: =1+1;6", "2026-11-23;2026-11-24;Mitgenommen: eine Unterlage, die nicht mehr da ist;5",
        ];
        var text = Encoding.UTF8.GetString(FiguresTable.Of(figures, german: true));
        Assert.Equal('\uFEFF', text[0]);
        Assert.Equal(expected, text[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("from;to;what;number", Encoding.UTF8.GetString(FiguresTable.Of(figures, german: false)), StringComparison.Ordinal);
    }
}
