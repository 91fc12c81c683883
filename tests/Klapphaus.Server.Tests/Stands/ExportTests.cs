using System.Net;
using System.Text;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What hosts take along of what visitors have left: as a table for spreadsheets, and for address books.</summary>
public sealed class ExportTests(FairHouse fair) : IClassFixture<FairHouse>
{
    /// <summary>A stand at which Vera has asked and left a card, and Max has taken his back.</summary>
    async Task<(string Stand, Browser Bea, Browser Vera, string Question, string Card, string TakenBack)> OpenAsync(string question = "Was kostet das?", CardRequest? card = null, params string[] fields)
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        var asked = await vera.AskQuestionAsync(stand, question, "telephone", "+49 365 8380");
        await vera.KeepCardAsync(card ?? new() { Name = "Vera Voss", Affiliation = "Stadt Gera; Stadtumbau", Email = "vera@gera.example", Note = "Zeile 1\nZeile 2" });
        var handed = await vera.HandCardAsync(stand, fields.Length > 0 ? fields : ["name", "affiliation", "email", "note"]);
        using var max = (await fair.AsAsync("Max", Roles.Visitor)).Browser;
        await max.KeepCardAsync(new() { Name = "Max Moll" });
        var back = await max.HandCardAsync(stand, "name");
        await max.DoAsync(HttpMethod.Delete, $"/api/me/stands/{stand}/cards/{back}");
        return (stand, bea, vera, asked, handed, back);
    }

    [Fact]
    public async Task ATableHasALineForEachWithTheDateOfConsent()
    {
        var (stand, bea, _, question, card, back) = await OpenAsync();
        await bea.AnswerQuestionAsync(stand, question, "Nichts, \"wirklich\".");
        var (bytes, name) = await FetchAsync(bea, $"/api/stands/{stand}/enquiries.csv", "text/csv", "de");
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        Assert.Matches(@"^anfragen-\d{4}-\d\d-\d\d\.csv$", name);
        var rows = Read(bytes);
        Assert.Equal(3, rows.Count);
        Assert.Equal(
            ("Frage", question, "Vera", "'+49 365 8380", "Was kostet das?", "per Telefon", "Bea", "Nichts, \"wirklich\"."),
            (rows[0]["Art"], rows[0]["Nummer"], rows[0]["Name"], rows[0]["Telefon"], rows[0]["Frage"], rows[0]["Rückruf"], rows[0]["Beantwortet von"], rows[0]["Antwort"]));
        Assert.Equal(
            ("Visitenkarte", card, "Vera Voss", "Stadt Gera; Stadtumbau", "vera@gera.example", "Zeile 1\nZeile 2", ConsentWords.Of(ConsentWords.ForStands)!.Value.German),
            (rows[1]["Art"], rows[1]["Nummer"], rows[1]["Name"], rows[1]["Kommune oder Organisation"], rows[1]["E-Mail"], rows[1]["Notiz"], rows[1]["Einwilligung"]));
        Assert.Equal((back, ""), (rows[2]["Nummer"], rows[2]["Name"]));
        Assert.All(rows.Take(2), row => Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", row["Einwilligung am"]));
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", rows[2]["Zurückgenommen am"]);

        var (english, other) = await FetchAsync(bea, $"/api/stands/{stand}/enquiries.csv", "text/csv", "en");
        Assert.StartsWith("enquiries-", other, StringComparison.Ordinal);
        Assert.Equal("by telephone", Read(english)[0]["call back"]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1:A9)")]
    public async Task NothingInATableIsAFormula(string text)
    {
        var (stand, bea, _, question, _, _) = await OpenAsync(text, new() { Name = text, Affiliation = text, Note = text }, "name", "affiliation", "note");
        await bea.AnswerQuestionAsync(stand, question, text);
        var rows = Read((await FetchAsync(bea, $"/api/stands/{stand}/enquiries.csv", "text/csv", "de")).Bytes);
        string[] cells = [rows[0]["Frage"], rows[0]["Antwort"], rows[1]["Name"], rows[1]["Kommune oder Organisation"], rows[1]["Notiz"]];
        Assert.All(cells, cell => Assert.Equal($"'{text}", cell));
        Assert.DoesNotContain(rows.SelectMany(r => r.Values), cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddressBooksGetCardsAndThoseWhoWantToBeReached()
    {
        var (stand, bea, vera, question, card, _) = await OpenAsync();
        await vera.AskQuestionAsync(stand, "Nur so"); // wants to be answered in the house
        var (bytes, name) = await FetchAsync(bea, $"/api/stands/{stand}/enquiries.vcf", "text/vcard", "de");
        Assert.EndsWith(".vcf", name, StringComparison.Ordinal);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, unfolded.Count(l => l == "BEGIN:VCARD"));
        var first = unfolded[..(Array.IndexOf(unfolded, "END:VCARD") + 1)];
        Assert.Equal(["BEGIN:VCARD", "VERSION:4.0"], first[..2]);
        Assert.Contains($"UID:urn:uuid:{Guid.ParseExact(card, "N")}", first);
        Assert.Contains("FN:Vera Voss", first);
        Assert.Contains(@"ORG:Stadt Gera\; Stadtumbau", first);
        Assert.Contains("EMAIL:vera@gera.example", first);
        Assert.Contains(first, l => l.StartsWith($@"NOTE:Zeile 1\nZeile 2\n\nNummer {card}.\nEinwilligung am 20", StringComparison.Ordinal) && l.EndsWith(@"auch aus seinen Listen zu löschen ist.", StringComparison.Ordinal));
        Assert.Contains(first, l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^X-KLAPPHAUS-CONSENT:\d{8}T\d{6}Z$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        var second = unfolded[first.Length..];
        Assert.Contains($"UID:urn:uuid:{Guid.ParseExact(question, "N")}", second);
        Assert.Contains("FN:Vera", second);
        Assert.Contains("TEL:+49 365 8380", second);
        Assert.DoesNotContain(second, l => l.StartsWith("EMAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingOnACardBecomesAnotherLine()
    {
        var (stand, bea, _, _, _, _) = await OpenAsync("Na?", new()
        {
            Name = "Vera\r\nEND:VCARD\r\nBEGIN:VCARD",
            Note = "a\r\nEMAIL:falsch@evil.example\\n,;\u0085X-EVIL:1 " + string.Concat(Enumerable.Repeat("Köln 😀 ", 20)),
        }, "name", "note");
        var text = Encoding.UTF8.GetString((await FetchAsync(bea, $"/api/stands/{stand}/enquiries.vcf", "text/vcard", "en")).Bytes);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var lines = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Count(l => l == "BEGIN:VCARD"));
        Assert.DoesNotContain(lines, l => l.StartsWith("EMAIL", StringComparison.Ordinal) || l.StartsWith("X-EVIL", StringComparison.Ordinal));
        Assert.Contains("FN:Vera END:VCARD BEGIN:VCARD", lines);
        Assert.Contains(lines, l => l.StartsWith(@"NOTE:a\nEMAIL:falsch@evil.example\\n\,\;", StringComparison.Ordinal) && l.Contains("Köln 😀 Köln 😀", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatOneHasGotFromOthersIsForOnesOwnAddressBook()
    {
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        Assert.Empty((await FetchAsync(vera, "/api/me/cards/received.vcf", "text/vcard", "de")).Bytes);
    }

    static async Task<(byte[] Bytes, string Name)> FetchAsync(Browser who, string path, string kind, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await who.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, kind, "utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentDisposition?.FileName ?? "");
    }

    /// <summary>As a spreadsheet takes it.</summary>
    static List<Dictionary<string, string>> Read(byte[] bytes)
    {
        var rows = new List<string[]>();
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        var text = Encoding.UTF8.GetString(bytes.AsSpan(3));
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted && letter == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (letter == '"') quoted = !quoted;
            else if (!quoted && letter == ';') Next();
            else if (!quoted && letter == '\n')
            {
                Next();
                rows.Add([.. row]);
                row.Clear();
            }
            else if (quoted || letter != '\r') cell.Append(letter);
        }
        Assert.False(quoted);
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(pair => pair.First, pair => pair.Second))];

        void Next()
        {
            row.Add($"{cell}");
            cell.Clear();
        }
    }
}
