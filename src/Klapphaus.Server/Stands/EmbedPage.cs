using System.Net;
using System.Security.Cryptography;
using System.Text;
using Klapphaus.Contracts;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>A stand as a card within the page of another site: no script, nothing from elsewhere, one link.</summary>
sealed class EmbedPage
{
    const string Plain = "#0a5a86", OnPlain = "#ffffff";

    readonly string text;
    readonly string style;

    /// <param name="stand">What it shows.</param>
    /// <param name="german">The reader's language; else it is English.</param>
    public EmbedPage(StandBadgeView stand, bool german)
    {
        var (accent, on) = Colour.TryRead(stand.Accent, out var colour) ? (stand.Accent, Accents.TextOn(colour).ToString()) : (Plain, OnPlain);
        style = Style(accent, on);
        var state = german ? stand.Staffed ? "Jemand ist da" : "Gerade ist niemand da" : stand.Staffed ? "Somebody is there" : "Nobody is there just now";
        text = $"""
            <!DOCTYPE html>
            <html lang="{(german ? "de" : "en")}">
            <head>
            <meta charset="utf-8">
            <link rel="icon" href="/klapphaus.svg" type="image/svg+xml">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Escape(stand.Name)} – Klapphaus</title>
            <style>{style}</style>
            </head>
            <body>
            <main>
            <h1>{Logo(stand)}{Escape(stand.Name)}</h1>
            <div>
            <p>{Escape(stand.Line)}</p>
            <p class="state{(stand.Staffed ? " staffed" : "")}">{state}</p>
            <p><a href="{Escape(stand.Link)}" target="_blank" rel="noopener">{(german ? "Zum Stand im Klapphaus (neues Fenster)" : "To the stand in the Klapphaus (new window)")}</a></p>
            </div>
            </main>
            </body>
            </html>

            """;
    }

    /// <summary>What stands in the page's head is the only style that counts in it.</summary>
    public string StylePolicy => $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";

    public override string ToString() => text;

    /// <summary>Beside the name it says nothing that the name does not.</summary>
    static string Logo(StandBadgeView stand) => stand.Logo.Length == 0 ? "" : $"<img src=\"{Escape(stand.Logo)}\" alt=\"\">";

    static string Style(string accent, string on) => $$"""
        * { box-sizing: border-box; margin: 0; }
        body { font: 1rem/1.5 system-ui, sans-serif; color: #1f2a37; background: #ffffff; }
        main { border: 1px solid #5b6773; border-radius: 0.25rem; overflow: hidden; overflow-wrap: anywhere; }
        h1 { display: flex; align-items: center; gap: 0.75rem; padding: 0.75rem 1rem; font-size: 1.1875rem; line-height: 1.25; background: {{accent}}; color: {{on}}; }
        img { max-width: 6rem; max-height: 3rem; object-fit: contain; background: #ffffff; border-radius: 0.125rem; }
        div { display: grid; gap: 0.5rem; padding: 0.75rem 1rem 1rem; }
        .state::before { content: ""; display: inline-block; width: 0.75rem; height: 0.75rem; margin-right: 0.5rem; border: 2px solid #1f2a37; border-radius: 50%; }
        .staffed { font-weight: 600; }
        .staffed::before { background: #1f2a37; }
        a { display: inline-block; padding: 0.5rem 1rem; border: 1px solid #0a5a86; border-radius: 0.25rem; color: #0a5a86; }
        a:focus-visible { outline: 3px solid #0a5a86; outline-offset: 2px; }
        @media (prefers-color-scheme: dark) {
        body { color: #e8eaed; background: #14181d; }
        .state::before { border-color: #e8eaed; }
        .staffed::before { background: #e8eaed; }
        a { color: #9cd0f0; border-color: #9cd0f0; }
        a:focus-visible { outline-color: #9cd0f0; }
        }
        """;

    static string Escape(string words) => WebUtility.HtmlEncode(words);
}
