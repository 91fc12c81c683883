using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.Http.Connections;

namespace Klapphaus.Server.Tests.Telemetry;

/// <summary>An operator has everything logged that can be, in search of a fault. Still nobody can be found in the log, nor anything by which one comes in.</summary>
public sealed class SecretsTests
{
    const string Name = "Zwiebelfisch Quastenflosser";
    const string Other = "Mumpitz Firlefanz";
    const string Town = "Schilda-Krähwinkel";
    const string Said = "Kartoffelpuffer mit Apfelmus";
    const string Topic = "Pfifferlinge";

    /// <summary>As talkative as can be asked for, down to single parts that are known to say too much.</summary>
    static readonly string[] everything =
    [
        .. new[] { "Default", "Klapphaus", "Orleans", "Orleans.Runtime.ReminderService", "Orleans.Runtime.SiloLifecycleSubject", "Orleans.Runtime.Messaging", "Orleans.Messaging", "Polly", "Microsoft", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", "Microsoft.AspNetCore.Server.Kestrel.BadRequests" }
            .SelectMany(category => new[] { $"--Logging:LogLevel:{category}", "Trace" }),
    ];

    [Fact]
    public async Task NothingThatIsLoggedAtAllNamesAnybodyOrOpensADoor()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small(), everything);
        using var log = new LogBook(house);
        var secrets = await LiveAsync(house);

        Assert.Contains(log.Lines, l => l.StartsWith("Trace", StringComparison.Ordinal) || l.StartsWith("Debug", StringComparison.Ordinal));
        Assert.Contains(log.Lines, l => l.Contains("Microsoft.AspNetCore.", StringComparison.Ordinal));
        Assert.Contains(log.Lines, l => l.Contains("Klapphaus.", StringComparison.Ordinal));
        var leaks = log.Lines.Where(l => secrets.Any(s => l.Contains(s, StringComparison.Ordinal))).Select(l => l[..Math.Min(l.Length, 400)]).Distinct().Take(20).ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    /// <summary>Comes in by every way and does what people do. Gives all that must not be read.</summary>
    static async Task<string[]> LiveAsync(TestHouse house)
    {
        using var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = Name, Affiliation = Town, Invitation = house.Invitation });
        var cookie = browser.Cookies.GetCookieHeader(house.Address).Split('=')[1];
        await browser.Http.GetStringAsync("/api/session");
        var token = (await browser.SignInAsync(new() { Name = Name, Affiliation = Town }, token: true)).Token!;
        using var given = await browser.Http.PostAsync("/api/session/code", null);
        var code = (await given.Content.ReadFromJsonAsync<SignInCodeView>())!.Code;
        using (await browser.Http.PostAsJsonAsync("/api/session/redeem?token=true", new SignInCodeRequest { Code = code })) { }

        await using (var ada = await house.Arrive(Name, token))
        await using (var bo = new Person(await HouseConnection.ConnectAsync(house.Options(Other) with { Transports = HttpTransportType.LongPolling })))
        {
            await ada.Enter("foyer");
            await bo.Enter("foyer");
            await ada.WalkTo(6, 2);
            await bo.WalkTo(6, 1.5);
            await ada.TalksWith(bo);
            await ada.Connection.InvokeRawAsync<AskResult>(nameof(IHouseHub.Say), [new SayRequest { Text = Said }]);
            await ada.Connection.InvokeRawAsync<object>(nameof(IHouseHub.Type), [new TypeRequest { Text = Said }]);
            await ada.Connection.InvokeRawAsync<AskResult>(nameof(IHouseHub.SetTopic), [new TopicRequest { Topic = Topic }]);
            await ada.Connection.InvokeRawAsync<AskResult>(nameof(IHouseHub.Signal), [new SignalRequest { To = bo.Picture.Handle, Signal = Said }]);
            await ada.Connection.EnterAsync(Said);
            await ada.Says(14, 6);
            await ada.Enter("halle");
        }
        await using (var raw = await RawClient.ConnectAsync(house.Address, token))
        {
            await raw.SayAsync("GibtEsNicht", Said);
            await raw.SayAsync(nameof(IHouseHub.Enter), Said);
            await raw.CallAsync<object>("Leave");
        }
        await SendBrokenAsync(house.Address, $"GET /house?access_token={token} HTTP/7.3\r\n\r\n");
        await SendBrokenAsync(house.Address, $"GET house?access_token={token} HTTP/1.1\r\nHost: x\r\n\r\n");
        using (await browser.Http.GetAsync($"/house?access_token={token}")) { }
        using (await browser.PostSessionAsync(new() { Name = Name, Invitation = house.Invitation + "x" })) { }
        using (await browser.Http.DeleteAsync("/api/session")) { }
        return ["Zwiebelfisch", "Quastenflosser", "Mumpitz", "Firlefanz", "Schilda", "Kartoffelpuffer", Topic, house.Invitation, token, token[20..60], cookie, code, "access_token="];
    }

    /// <summary>What Kestrel refuses before anything of ours sees it.</summary>
    static async Task SendBrokenAsync(Uri house, string request)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(house.Host, house.Port);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var answer = new StreamReader(stream);
        Assert.Matches("^HTTP/1.1 (400|505) ", await answer.ReadLineAsync());
    }
}
