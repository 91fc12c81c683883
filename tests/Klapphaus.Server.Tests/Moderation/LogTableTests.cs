using System.Net;
using System.Text;
using System.Text.Json;
using Klapphaus.Contracts;
using Klapphaus.Grains.Moderation;
using Klapphaus.Server.Conversations;
using Klapphaus.Server.Moderation;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>The log of moderation, taken into a spreadsheet.</summary>
public sealed class LogTableTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    static readonly byte[] mark = [0xef, 0xbb, 0xbf];

    [Fact]
    public async Task TheTableHasTheLinesOfTheLogAndRunsNothingInASpreadsheet()
    {
        await using var mona = await house.EnterAs("Mona Müßig", Roles.Moderator, "foyer");
        await using var eve = await house.Enter("=SUMME(A1)", "foyer");
        await mona.Knows(eve);
        await mona.Does(nameof(IHouseHub.Warn), new WarnRequest { Handle = eve.Picture.Handle, Reason = "+49 ist keine Vorwahl; hier" });
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, Reason = "@alle", Minutes = 60 });
        using var reader = await ReaderAsync();
        using var answer = await reader.GetAsync("/api/moderation/log?room=foyer&months=1&format=csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((HttpStatusCode.OK, "text/csv; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches(@"^moderation-foyer-\d{4}-\d{2}\.csv$", answer.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.Equal(mark, bytes[..3]);

        var table = Encoding.UTF8.GetString(bytes[3..]);
        var lines = table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Nummer;Zeit;Raum;Was;Wer;Wen;Grund;Bis", lines[0]);
        var ban = Assert.Single(lines, l => l.Contains("vom Raum ausgeschlossen", StringComparison.Ordinal)).Split(';');
        Assert.Equal(("foyer", "Mona Müßig", "\"'=SUMME(A1)\"", "\"'@alle\""), (ban[2], ban[4], ban[5], ban[6]));
        string[] moments = [ban[1], ban[7]];
        Assert.All(moments, moment => Assert.Matches(@"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$", moment));
        var warning = Assert.Single(lines, l => l.Contains("verwarnt", StringComparison.Ordinal));
        Assert.Contains("\"'+49 ist keine Vorwahl; hier\"", warning, StringComparison.Ordinal);
        var cells = table.Split([';', '\n', '"'], StringSplitOptions.TrimEntries);
        Assert.DoesNotContain(cells, c => c.Length > 0 && "=+-@".Contains(c[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadersOfEnglishGetEnglish()
    {
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "halle");
        await using var eve = await house.Enter("Eve", "halle");
        await mona.Knows(eve);
        await mona.Does(nameof(IHouseHub.Warn), new WarnRequest { Handle = eve.Picture.Handle, Reason = "Please" });
        using var reader = await ReaderAsync();
        reader.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB");
        var lines = (await reader.GetStringAsync("/api/moderation/log?room=halle&format=csv")).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("number;time;room;what;by;whom;reason;until", lines[0]);
        Assert.Contains(lines, l => l.Contains(";halle;warned;Mona;Eve;Please;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIsNoFormatIsRefused()
    {
        using var reader = await ReaderAsync();
        foreach (var query in new[] { "format=xlsx", "format=", "format=csv&months=0" })
        {
            using var refused = await reader.GetAsync($"/api/moderation/log?{query}");
            Assert.Equal((HttpStatusCode.BadRequest, ErrorCode.Malformed), (refused.StatusCode, (await Browser.RefusalOf(refused)).Code));
        }
    }

    [Theory]
    [InlineData("foyer", 1, "moderation-foyer-2026-03.csv")]
    [InlineData("foyer", 2, "moderation-foyer-2026-02_2026-03.csv")]
    [InlineData("halle-2", 13, "moderation-halle-2-2025-03_2026-03.csv")]
    [InlineData("../a;b", 1, "moderation-___a_b-2026-03.csv")]
    public void TheFileIsNamedAfterTheRoomAndItsMonths(string room, int months, string name) =>
        Assert.Equal(name, LogTable.FileName(room, new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero), months));

    [Fact]
    public void MomentsAreThoseOfTheHousesClock()
    {
        LogEntry entry = new() { Number = 7, At = new(2026, 7, 1, 22, 30, 5, TimeSpan.Zero), Deed = Deed.Announced, By = "m", ByName = "Mona" };
        var table = Encoding.UTF8.GetString(LogTable.Of([entry], TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), german: true));
        Assert.EndsWith("\r\n7;2026-07-02 00:30:05;;Ansage;Mona;;;\r\n", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", true)]
    [InlineData("en", false)]
    public void EveryDeedHasTheWordsOfTheWebClient(string language, bool german)
    {
        using var words = JsonDocument.Parse(File.ReadAllText(RepositoryFile.Path($"clients/web/src/words/{language}.json")));
        Assert.All(Enum.GetValues<Deed>(), deed => Assert.Equal(words.RootElement.GetProperty($"deed.{TalkViews.Word(deed)}").GetString(), DeedWords.Of(deed, german)));
    }

    async Task<HttpClient> ReaderAsync()
    {
        var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await house.SignInAs("Max", Roles.Moderator)).Token);
        return http;
    }
}
