using System.Runtime.Versioning;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Live;

/// <summary>Back by itself: whatever happens to the line, to the house or to the machine, nothing that was meant for Bea is missed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReturnTests
{
    [Fact]
    public async Task AHouseThatIsStartedAgainHasItsHostBack()
    {
        await using var fair = await Fair.OpenAsync();
        await using var program = await fair.StartAsync();
        await fair.House.KillAsync();
        await fair.House.StartAsync();
        await fair.IsOnDutyAsync(program);
        await using var vera = await fair.VisitAsync("Vera");
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(fair.Stand));
        await fair.Screen.SeesAsync(1, "Bea is called");
    }

    [Fact]
    public async Task WhatCameWhileTheNetworkWasLostIsToldWhenItIsBack()
    {
        await using var fair = await Fair.OpenAsync();
        await using var line = new TcpProxy(fair.House.Address);
        await using var program = await fair.StartAsync(line.Address);
        await using var vera = await fair.VisitAsync("Vera");
        line.Cut();
        await program.WaitUntilAsync(
            async () => !(await DesktopProcess.RunAsync(fair.User, "status")).Output.Contains("Das Haus kann Sie erreichen.", StringComparison.Ordinal), "the program has noticed");
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(fair.Stand));
        await fair.AskAsync(vera, "Was kostet das?");
        line.Mend();
        // the longer the line was cut, the longer the pauses between the tries
        await fair.Screen.SeesAsync(2, "Bea is called, and told of the question", TimeSpan.FromSeconds(45));
        await fair.Screen.AnswerAsync("Annehmen");
        await vera.WaitUntil(picture => Fair.StandsAtTheStand(picture, "Bea"), "Bea is at the stand", TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task WhenTheHouseIsStartedAgainItsHostStandsThereOnce()
    {
        await using var fair = await Fair.OpenAsync();
        await using var program = await fair.StartAsync();
        await using (var before = await fair.VisitAsync("Vera"))
        {
            Assert.Equal(ErrorCode.None, await before.Connection.RingBellAsync(fair.Stand));
            await fair.Screen.SeesAsync(1, "Bea is called");
            await fair.Screen.AnswerAsync("Annehmen");
            await before.WaitUntil(picture => Fair.StandsAtTheStand(picture, "Bea"), "Bea is at the stand", TimeSpan.FromSeconds(30));
        }
        await fair.House.KillAsync();
        await fair.House.StartAsync();
        await fair.IsOnDutyAsync(program);
        await using var vera = await fair.VisitAsync("Vera");
        await vera.WaitUntil(picture => Fair.StandsAtTheStand(picture, "Bea"), "Bea's window is back at the stand", TimeSpan.FromSeconds(30));
        Assert.Single(vera.Picture.People, person => person.Member.Name.StartsWith("Bea", StringComparison.Ordinal));
        Assert.True(await fair.Screen.HasWindowAsync());
    }

    [Fact]
    public async Task WhoRingsWhileTheMachineSleepsIsAnnouncedWhenItWakes()
    {
        await using var fair = await Fair.OpenAsync();
        await using var program = await fair.StartAsync();
        await using var vera = await fair.VisitAsync("Vera");
        program.Sleep();
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(fair.Stand));
        // until the house has given the line up, and the bell has forgotten that somebody was called
        await Task.Delay(TimeSpan.FromSeconds(35));
        Assert.Equal(0u, await fair.Screen.CountAsync());
        program.Wake();
        await fair.Screen.SeesAsync(1, "Bea is called", TimeSpan.FromSeconds(45));
        await fair.IsOnDutyAsync(program);
    }

    [Fact]
    public async Task ASignInThatHasEndedElsewhereIsSaidAndForgotten()
    {
        await using var fair = await Fair.OpenAsync();
        await using var program = await fair.StartAsync();
        var vault = new Desktop.Members.FileVault(Path.Combine(fair.User.Data, "session"));
        var credential = (await vault.ReadAsync(default)).Credential!;
        using (var house = new Desktop.Members.HouseApi(credential.House, "de")) Assert.Equal(ErrorCode.None, await house.SignOutAsync(credential.Token, default));
        await fair.Screen.SeesAsync(1, "Bea is told that she is signed out");
        await program.WaitUntilAsync(() => Task.FromResult(!vault.IsThere), "the sign-in is forgotten");
        Assert.Contains("Sie sind nicht angemeldet.", (await DesktopProcess.RunAsync(fair.User, "status")).Output, StringComparison.Ordinal);
    }
}
