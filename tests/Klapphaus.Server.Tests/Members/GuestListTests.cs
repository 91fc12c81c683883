using System.Net;
using System.Text;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Members;

/// <summary>A list of guests from a spreadsheet, and the answer that goes back into it.</summary>
public sealed class GuestListTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    static readonly byte[] mark = [0xef, 0xbb, 0xbf];

    static byte[] Windows(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    public static TheoryData<string, byte[]> Spreadsheets => new()
    {
        { "UTF-8 with a mark", [.. mark, .. Encoding.UTF8.GetBytes("Name;Ort oder Einrichtung;Rolle\r\nJörg Müßig;Köln;Standbetreuung\r\n;;\r\n\"von Ähren; Zoë\";\"Café „Süd“\";\r\n")] },
        { "UTF-8", Encoding.UTF8.GetBytes("role,name,company\nhost,Jörg Müßig,Köln\n,\"von Ähren; Zoë\",Café „Süd“\n") },
        { "Windows-1252", Windows("Name;Ort;Rolle\r\nJörg Müßig;Köln;standbetreuung\r\nvon Ähren, Zoë;Café „Süd“;Gast") },
    };

    [Theory]
    [MemberData(nameof(Spreadsheets))]
    public async Task EverybodyOnTheListGetsALink(string spreadsheet, byte[] table)
    {
        using var olga = await house.OrganiserAsync();
        using var response = await olga.SendGuestsAsync(table, "&rooms=halle");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(mark, bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length == 3, $"{spreadsheet}: {string.Join('|', lines)}");
        Assert.Contains("Jörg Müßig", lines[1], StringComparison.Ordinal);
        Assert.Contains($"{house.Address}#invitation=", lines[1], StringComparison.Ordinal);
        Assert.Contains("Café „Süd“", lines[2], StringComparison.Ordinal);

        var joerg = (await olga.ListAsync()).First(i => i.Name == "Jörg Müßig");
        Assert.Equal(("Köln", "host", "Gäste", "open"), (joerg.Affiliation, joerg.Role, joerg.Label, joerg.State));
        Assert.Equal(["halle"], joerg.Rooms);
    }

    [Fact]
    public async Task WhenOneLineIsFaultyAllFaultsAreToldAndNothingIsIssued()
    {
        using var olga = await house.OrganiserAsync();
        var before = (await olga.ListAsync()).Length;
        using var response = await olga.SendGuestsAsync(Encoding.UTF8.GetBytes($"Name;Ort;Rolle\nAda;Unna;Gast\n;Unna;\nBo;{new string('x', 61)};\nCem;;Kaiser\n"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "text/csv"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("3;;Unna;;Ein Name hat", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("4;Bo;", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("5;Cem;;Kaiser;Diese Rolle gibt es nicht", lines[3], StringComparison.Ordinal);
        Assert.Equal(before, (await olga.ListAsync()).Length);
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+49 231")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    public async Task SpreadsheetRunsNothingOfTheAnswer(string name)
    {
        using var olga = await house.OrganiserAsync();
        foreach (var table in new[] { $"Name;Ort\n{name};{name}\n", $"Name;Ort;Rolle\n{name};;{name}\n" })
        {
            using var response = await olga.SendGuestsAsync(Encoding.UTF8.GetBytes(table));
            var cells = (await response.Content.ReadAsStringAsync()).TrimStart('\ufeff').Split([';', '\n', '"'], StringSplitOptions.TrimEntries);
            Assert.Contains("'" + name, cells);
            Assert.DoesNotContain(cells, c => c.Length > 0 && "=+-@".Contains(c[0], StringComparison.Ordinal));
        }
    }

    public static TheoryData<string> NoLists =>
    [
        "", "Name", "Name;Ort\n\n\n", "Vorname;Ort\nAda;Unna\n", "Name\n" + string.Concat(Enumerable.Repeat("Ada\n", 2001)), "Name;Ort\n" + new string('x', 300 * 1024),
    ];

    [Theory]
    [MemberData(nameof(NoLists))]
    public async Task WhatIsNoListOfGuestsIsRefused(string table)
    {
        using var olga = await house.OrganiserAsync();
        using var response = await olga.SendGuestsAsync(Encoding.UTF8.GetBytes(table));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.GuestListUnusable), (response.StatusCode, (await Browser.RefusalOf(response)).Code));
    }

    [Fact]
    public async Task TwoThousandGuestsAreNotTooMany()
    {
        await using var own = await TestHouse.OpenAsync(DrawnHouse.Small());
        using var olga = await own.OrganiserAsync();
        var tokens = await olga.TokensAsync("Name;Ort\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"Gast Nummer {i} von sehr vielen;Stadt mit einem langen Namen am Fluss {i}\n")));
        Assert.Equal(2000, tokens.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(2001, (await olga.ListAsync()).Length);
    }

    [Fact]
    public async Task OnlyATableIsTaken()
    {
        using var olga = await house.OrganiserAsync();
        using var response = await olga.SendGuestsAsync(Encoding.UTF8.GetBytes("{}"), type: "application/json");
        Assert.Equal((HttpStatusCode.BadRequest, ErrorCode.Malformed), (response.StatusCode, (await Browser.RefusalOf(response)).Code));
    }
}
