using System.Net;
using System.Net.Sockets;
using System.Text;
using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>A stand within the page of another site: shown where the operator has named that site, and else by no browser.</summary>
public sealed class EmbedTests(Chromium chromium, SharedHouse house) : VisitTestsBase(chromium, house)
{
    [Fact]
    public async Task OnlyANamedSiteShowsTheStandInAFrame()
    {
        using var friend = new Site();
        using var stranger = new Site();
        var own = await OpenHouseAsync("--Klapphaus:EmbedOrigins", friend.Origin);
        var uwe = await OpenForVisitsAsync(own);
        var card = new Uri(own.Address, $"/embed/stands/{uwe.Page.Url.Split('/')[^1]}").AbsoluteUri;
        friend.Show($"""<!DOCTYPE html><html lang="de"><title>Die Stadtretter</title><h1>Unsere Stände</h1><iframe src="{card}" title="Stand" width="400" height="300"></iframe></html>""");
        stranger.Show($"""<!DOCTYPE html><html lang="de"><title>Fremd</title><iframe src="{card}" title="Stand"></iframe></html>""");

        var vera = await OpenAsync("Vera", at: own.Address, path: "klapphaus.svg");
        vera.Forgive("asked another host");
        vera.Forgive("frame-ancestors");
        vera.Forgive("favicon");
        await vera.Page.GotoAsync(friend.Origin);
        var frame = vera.Page.FrameLocator("iframe");
        await Assertions.Expect(frame.GetByRole(AriaRole.Heading, new() { Name = "Werkstatt Innenstadt" })).ToBeVisibleAsync();
        await Assertions.Expect(frame.Locator(".state")).ToHaveTextAsync("Gerade ist niemand da");
        // the style counts, though no policy lets any other in
        Assert.Equal("flex", await frame.Locator("h1").EvaluateAsync<string>("h => getComputedStyle(h).display"));
        await vera.Page.RunAndWaitForConsoleMessageAsync(() => vera.Page.GotoAsync(stranger.Origin), new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });
        Assert.DoesNotContain(vera.Page.Frames, f => f.Url == card);
    }

    /// <summary>Another site, on a port of its own: one page for whatever is asked.</summary>
    sealed class Site : IDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, 0);
        readonly CancellationTokenSource over = new();
        string page = "";

        public Site()
        {
            listener.Start();
            _ = ServeAsync();
        }

        public string Origin => $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";

        public void Show(string html) => page = html;

        public void Dispose()
        {
            over.Cancel();
            listener.Dispose();
            over.Dispose();
        }

        async Task ServeAsync()
        {
            try
            {
                // a browser that waits may open a line that it says nothing on; the others are answered all the same
                while (true) _ = AnswerAsync(await listener.AcceptTcpClientAsync(over.Token), over.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or IOException or SocketException)
            {
                // the test is over
            }
        }

        async Task AnswerAsync(TcpClient asking, CancellationToken end)
        {
            using var client = asking;
            try
            {
                using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
                while (await reader.ReadLineAsync(end) is { Length: > 0 })
                {
                    // what is asked for does not matter
                }
                var body = Encoding.UTF8.GetBytes(page);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), end);
                await client.GetStream().WriteAsync(body, end);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or IOException or SocketException)
            {
                // the browser did not want it any more, or the test is over
            }
        }
    }
}
