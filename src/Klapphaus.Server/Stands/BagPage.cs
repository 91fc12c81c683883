using System.Globalization;
using System.Net;
using System.Text;
using Klapphaus.Contracts;

namespace Klapphaus.Server.Stands;

/// <summary>The page in a zip that lists what somebody has taken along; it needs nothing but a browser.</summary>
/// <param name="zone">Of the house's clock on the wall.</param>
/// <param name="german">The reader's language; else it is English.</param>
sealed class BagPage(TimeZoneInfo zone, bool german)
{
    readonly StringBuilder rows = new();

    public string Title => german ? "Meine Tasche" : "My bag";

    /// <param name="item">What was taken along.</param>
    /// <param name="name">Of the file in the zip; null when there is none.</param>
    /// <param name="fits">False when there was no room left for it.</param>
    public void Add(BagItemView item, string? name, bool fits)
    {
        rows.Append(Language(item.Language) is { } language ? $"<tr><td lang=\"{language}\">" : "<tr><td>");
        if (item.Link.Length > 0) rows.Append($"<a href=\"{Escape(new Uri(item.Link).AbsoluteUri)}\" rel=\"noopener noreferrer\">{Escape(item.Title)}</a>");
        else if (name is not null) rows.Append($"<a href=\"{Escape(Uri.EscapeDataString(name))}\">{Escape(item.Title)}</a>");
        else rows.Append($"{Escape(item.Title)} – {Escape(fits ? Missing(item) : TooMuch())}");
        var day = TimeZoneInfo.ConvertTime(item.Taken, zone).ToString(german ? "dd.MM.yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        rows.Append($"</td><td>{Escape(item.StandName)}</td><td>{day}</td></tr>\n");
    }

    public override string ToString() => $$"""
        <!DOCTYPE html>
        <html lang="{{(german ? "de" : "en")}}">
        <head>
        <meta charset="utf-8">
        <title>{{Title}}</title>
        <style>body { font-family: sans-serif; margin: 2rem; } td, th { text-align: left; padding: 0.25rem 1rem 0.25rem 0; vertical-align: top; }</style>
        </head>
        <body>
        <h1>{{Title}}</h1>
        <table>
        <thead><tr>{{Heads()}}</tr></thead>
        <tbody>
        {{rows}}</tbody>
        </table>
        </body>
        </html>

        """;

    string Heads() => german
        ? "<th scope=\"col\">Unterlage</th><th scope=\"col\">Stand</th><th scope=\"col\">Mitgenommen am</th>"
        : "<th scope=\"col\">Material</th><th scope=\"col\">Stand</th><th scope=\"col\">Taken on</th>";

    string Missing(BagItemView item) => (item.There, german) switch
    {
        (true, true) => "Diese Datei war gerade nicht zu haben.",
        (true, false) => "This file could not be had just now.",
        (false, true) => "Diese Unterlage ist nicht mehr da oder zurzeit nicht zu sehen.",
        (false, false) => "This material is not there any more, or cannot be seen at the moment.",
    };

    string TooMuch() => german
        ? "Diese Datei passte nicht mehr in die ZIP-Datei, die höchstens 1 GB fasst."
        : "This file did not fit into the ZIP file any more, which holds 1 GB at most.";

    /// <summary>As it is read out: plain German is German; of what is signed the title is in no other language than the page.</summary>
    static string? Language(string language) => language is "" or "gsg" ? null : Escape(language.Split('-')[0]);

    static string Escape(string text) => WebUtility.HtmlEncode(text);
}
