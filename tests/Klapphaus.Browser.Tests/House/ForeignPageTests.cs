using System.Net;
using Klapphaus.Browser.Tests.Stage;
using Klapphaus.Server.Start;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.House;

/// <summary>Ada has another page open, of a neighbour: to a browser another port is another origin, but the same site, so that her cookie goes along.</summary>
public sealed class ForeignPageTests(Chromium chromium, SharedHouse house) : BrowserTests(chromium, house)
{
    [Fact]
    public async Task PageOfANeighbourGetsNothingDoneWithHerCookieAndNoLine()
    {
        var ada = await EnterAsync("Ada");
        ada.Forgive("asked another host|status of 403|WebSocket connection|favicon");
        using var neighbour = new HttpListener();
        neighbour.Prefixes.Add($"http://127.0.0.1:{Ports.Free()}/");
        neighbour.Start();
        _ = ServeAsync(neighbour);
        var page = await ada.Context.NewPageAsync();
        await page.GotoAsync(neighbour.Prefixes.Single());
        var line = await page.EvaluateAsync<string>(
            """
            house => new Promise(done => {
              const socket = new WebSocket(house.replace('http', 'ws') + 'house');
              socket.onopen = () => done('open');
              socket.onerror = () => done('refused');
            })
            """,
            House.Address.AbsoluteUri);
        Assert.Equal("refused", line);
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync("house => Object.assign(document.body.appendChild(document.createElement('form')), { method: 'post', action: house + 'api/session' }).submit()", House.Address.AbsoluteUri),
            response => response.Url.EndsWith("/api/session", StringComparison.Ordinal));
        Assert.Contains("klapphaus=", (await answer.Request.AllHeadersAsync()).GetValueOrDefault("cookie"), StringComparison.Ordinal);
        Assert.Equal(403, answer.Status);
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("ForeignSite");
        await page.CloseAsync();
        await ada.UntilAsync("she is still inside", "() => klapphaus.line === 'connected'");
    }

    /// <summary>A page of one line, for as long as anybody asks.</summary>
    static async Task ServeAsync(HttpListener neighbour)
    {
        try
        {
            while (true)
            {
                var visit = await neighbour.GetContextAsync();
                visit.Response.ContentType = "text/html";
                await visit.Response.OutputStream.WriteAsync("<title>Gewinnspiel</title>"u8.ToArray());
                visit.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // the test is over
        }
    }
}
