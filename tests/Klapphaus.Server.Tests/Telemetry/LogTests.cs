using System.Net.WebSockets;
using System.Text.Json;
using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Telemetry;

/// <summary>Nobody can be found in the log.</summary>
public sealed class LogTests
{
    const string Name = "Zwiebelfisch Quastenflosser";
    const string Other = "Mumpitz Firlefanz";
    const string Town = "Schilda-Krähwinkel";
    const string BadToken = "CfDJ8FalscherHase4711";
    const string BadInvitation = "CfDJ8NichtGeladen4712";

    [Fact]
    public async Task NoLineSaysWhoSomebodyIs()
    {
        await using var house = await HouseProcess.StartAsync(
            DrawnHouse.Small().With("kammer", ["######", "#e...#", "#....#", "######"], capacity: 1),
            "--Logging:Console:FormatterName", "json",
            "--Logging:LogLevel:Klapphaus", "Debug", "--Logging:LogLevel:Microsoft.AspNetCore", "Information", "--Logging:LogLevel:Orleans", "Information",
            // as somebody would write who wants to see requests at any price
            "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information", "--Logging:Console:LogLevel:Microsoft.AspNetCore", "Information",
            "--Logging:Console:LogLevel:Klapphaus", "Debug", "--Logging:Console:LogLevel:Orleans", "Information");
        var (token, id) = await LiveAsync(house);
        Assert.Equal(0, await house.StopAsync());

        var lines = house.Said.Split('\n').Where(l => l.StartsWith('{')).ToList();
        Assert.All(lines, l => JsonDocument.Parse(l).Dispose());
        Assert.Contains(lines, l => l.Contains("Microsoft.AspNetCore.", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("Orleans.", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("Klapphaus.", StringComparison.Ordinal));
        foreach (var secret in new[] { "Zwiebelfisch", "Quastenflosser", "Mumpitz", "Firlefanz", "Schilda", "hwinkel", BadToken, BadInvitation, token, "access_token" })
            Assert.DoesNotContain(lines, l => l.Contains(secret, StringComparison.Ordinal));
        Assert.NotEmpty(id);
    }

    [Fact]
    public void WhatOrleansPrintsOfACallSaysNoName()
    {
        var person = new RoomPerson { Handle = 7, Member = "m1", Name = Name, Affiliation = Town, Role = "visitor", Feed = "f", Connection = "c" };
        var enter = new AvatarEnter { Room = "foyer", Name = Name, Affiliation = Town, Role = "visitor", Feed = "f", Connection = "c", Session = "s" };
        foreach (var printed in new[] { $"{person}", $"{new RoomEnter { Person = person }}", $"{enter}", $"{new AvatarEntry { Room = "foyer", Person = person }}" })
        {
            Assert.DoesNotContain(Name, printed, StringComparison.Ordinal);
            Assert.DoesNotContain(Town, printed, StringComparison.Ordinal);
        }
    }

    /// <summary>Everything that people do whom the house knows, or does not want to know.</summary>
    static async Task<(string Token, string Id)> LiveAsync(HouseProcess house)
    {
        await using var first = await house.Enter(Name, "foyer");
        await using var other = await house.Enter(Other, "kammer");
        await first.WalkTo(8, 2);
        await first.Says(2, 6); // put back
        Assert.Equal(ErrorCode.RoomFull, (await first.Connection.EnterAsync("kammer")).Error);
        Assert.Equal(ErrorCode.RoomUnknown, (await first.Connection.EnterAsync(Name)).Error);
        var token = first.Connection.Token;
        await using var second = new Person(await HouseConnection.ConnectAsync(new() { Address = house.Address, Name = Name, Token = token }));
        await first.WaitUntil(_ => first.Connection.State.Code == DisconnectCode.TakenOver, "the first tab is told");
        await second.Enter("foyer");

        using var browser = new Browser(house.Address);
        await browser.SignInAsync(new() { Name = Name, Affiliation = Town });
        using (var refused = await browser.PostSessionAsync(new() { Name = Name, Affiliation = Town, Invitation = BadInvitation }))
            Assert.Equal(ErrorCode.InvitationInvalid, (await Browser.RefusalOf(refused)).Code);
        await Assert.ThrowsAsync<WebSocketException>(() => RawClient.DialAsync(house.Address, BadToken));
        await using var raw = await RawClient.ConnectAsync(house.Address, token);
        await raw.SayAsync("GibtEsNicht", Name);
        await raw.SayAsync(nameof(IHouseHub.Enter), Name);
        return (token!, second.Id);
    }
}
