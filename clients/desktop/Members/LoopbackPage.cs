using System.Net;
using System.Text;

namespace Klapphaus.Desktop.Members;

/// <summary>What the browser shows at the end of a sign-in, in both languages: nobody knows which the browser's reader reads.</summary>
static class LoopbackPage
{
    public static byte[] SignedIn { get; } = Page(200,
        "Sie sind angemeldet. Sie können dieses Fenster schließen.", "You are signed in. You can close this window.");

    public static byte[] NotSignedIn { get; } = Page(200,
        "Die Anmeldung ist nicht gelungen. Das Programm sagt, warum.", "You are not signed in. The program says why.");

    public static byte[] Refusal(int status) => Page(status,
        "Hier wird nur auf eine Anmeldung gewartet.", "Nothing but a sign-in is waited for here.");

    static byte[] Page(int status, string german, string english)
    {
        var body = $$"""
            <!doctype html>
            <html lang="de">
            <head><meta charset="utf-8"><title>Klapphaus</title><meta name="viewport" content="width=device-width">
            <style>body{font:1.25rem/1.5 system-ui,sans-serif;max-width:32rem;margin:4rem auto;padding:0 1rem;color:#222;background:#fbfaf7}</style></head>
            <body><h1>Klapphaus</h1><p>{{german}}</p><p lang="en">{{english}}</p></body>
            </html>
            """;
        var content = Encoding.UTF8.GetBytes(body);
        var head = $"""
            HTTP/1.1 {status} {(HttpStatusCode)status}
            Content-Type: text/html; charset=utf-8
            Content-Length: {content.Length}
            Cache-Control: no-store
            Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'
            Referrer-Policy: no-referrer
            X-Content-Type-Options: nosniff
            Connection: close


            """.ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. content];
    }
}
