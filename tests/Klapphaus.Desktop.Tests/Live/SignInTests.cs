using System.Runtime.Versioning;
using Klapphaus.Client;
using Klapphaus.Desktop.Members;
using Klapphaus.Desktop.Start;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Live;

/// <summary>Signing in and out at a real house.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SignInTests
{
    [Fact]
    public async Task AnInvitationIsTypedAndNobodySeesIt()
    {
        using var user = new DesktopUser();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        var link = $"{house.Address.AbsoluteUri}#invitation={house.Invitation}";
        var signIn = await DesktopProcess.TypeAsync(user, $"{link}\nOlga\n", "sign-in");
        Assert.True(signIn.Code == 0, signIn.Output + signIn.Errors);
        Assert.Contains($"Angemeldet als Olga bei {house.Address.Authority}.", signIn.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Invitation, signIn.Output + signIn.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await DesktopProcess.TypeAsync(user, $"{link}\nOlga\n", "sign-in")).Code);
        var token = await TokenAsync(user);
        Assert.DoesNotContain(token, (await DesktopProcess.RunAsync(user, "settings")).Output, StringComparison.Ordinal);
        await using var program = await DesktopProcess.StartAsync(user, "--background");
        await program.WaitUntilAsync(
            async () => (await DesktopProcess.RunAsync(user, "status")).Output.Contains("Das Haus kann Sie erreichen.", StringComparison.Ordinal), "the house can reach Olga");
        Assert.DoesNotContain(token, await File.ReadAllTextAsync($"/proc/{program.Id}/cmdline"), StringComparison.Ordinal);
        Assert.DoesNotContain(token, await File.ReadAllTextAsync($"/proc/{program.Id}/environ"), StringComparison.Ordinal);
        Assert.Equal("", program.Said);
    }

    [Fact]
    public async Task SigningOutEndsTheSessionAndLeavesNothing()
    {
        using var user = new DesktopUser();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        await DesktopProcess.TypeAsync(user, $"{house.Address.AbsoluteUri}#invitation={house.Invitation}\nOlga\n", "sign-in");
        var token = await TokenAsync(user);
        await using var program = await DesktopProcess.StartAsync(user, "--background");
        Directory.CreateDirectory(Path.Combine(user.Data, "window", "profile"));
        var signOut = await DesktopProcess.RunAsync(user, "sign-out");
        Assert.True(signOut.Code == 0, signOut.Output + signOut.Errors);
        Assert.Contains("Sie sind abgemeldet.", signOut.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(user.Data, "session")));
        Assert.False(Directory.Exists(Path.Combine(user.Data, "window")));
        var refused = await HouseConnection.TryConnectAsync(new() { Address = house.Address, Token = token });
        Assert.Contains(refused.Error, new[] { ErrorCode.SignInNeeded, ErrorCode.SessionEnded });
        Assert.Contains("Es war niemand angemeldet.", (await DesktopProcess.RunAsync(user, "sign-out")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccountSignsInByTheSystemsBrowser()
    {
        using var user = new DesktopUser();
        await using var provider = await OpenIdProvider.StartAsync();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small(), provider.Settings);
        var wanted = StandInBrowser(user);
        await using var signIn = DesktopProcess.Start(user, "--house", house.Address.AbsoluteUri, "sign-in");
        await signIn.WaitUntilAsync(() => Task.FromResult(File.Exists(wanted)), "the browser is opened");
        // as a browser goes it: to the house, to the provider's page, and with the login by the house to the program
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(new Uri(await File.ReadAllTextAsync(wanted)));
        using var end = await browser.GetAsync(new Uri($"{page.RequestMessage!.RequestUri!.AbsoluteUri}&login=ada"));
        Assert.Contains("Sie sind angemeldet.", await end.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await signIn.EndAsync());
        Assert.Contains($"Angemeldet als Ada Lovelace bei {house.Address.Authority}.", signIn.Said, StringComparison.Ordinal);
        await using var ada = await house.Arrive("", await TokenAsync(user));
        Assert.Equal("Ada Lovelace", ada.Name);
    }

    [Fact]
    public async Task ASignInIsRenewedBeforeItEnds()
    {
        using var user = new DesktopUser();
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        await DesktopProcess.TypeAsync(user, $"{house.Address.AbsoluteUri}#invitation={house.Invitation}\nOlga\n", "sign-in");
        using var api = new HouseApi(house.Address, "de");
        var young = new Credential(house.Address, new(await TokenAsync(user)), TimeProvider.System.GetUtcNow());
        Assert.Null(await Renewal.TryAsync(api, young, TimeProvider.System, default));
        var renewed = await Renewal.TryAsync(api, young with { Since = young.Since - Renewal.Age }, TimeProvider.System, default);
        Assert.NotNull(renewed);
        Assert.NotEqual(young.Token.Reveal(), renewed.Token.Reveal());
        Assert.Equal(ErrorCode.None, await api.SignOutAsync(young.Token, default));
        Assert.Equal("Olga", (await api.WhoAmIAsync(renewed.Token, default)).Value?.Name);
    }

    static async Task<string> TokenAsync(DesktopUser user)
    {
        var reading = await new FileVault(Path.Combine(user.Data, "session")).ReadAsync(default);
        Assert.Equal(Sentence.None, reading.Trouble);
        return reading.Credential!.Token.Reveal();
    }

    /// <summary>What the system opens as its browser: it writes down what it is to open, for the test to go there.</summary>
    static string StandInBrowser(DesktopUser user)
    {
        var folder = Directory.CreateDirectory(Path.Combine(user.Home, "bin")).FullName;
        var (program, wanted) = (Path.Combine(folder, "xdg-open"), Path.Combine(user.Home, "wanted"));
        File.WriteAllText(program, $"#!/bin/sh\nprintf %s \"$1\" >'{wanted}.draft' && mv '{wanted}.draft' '{wanted}'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        user.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        return wanted;
    }
}
