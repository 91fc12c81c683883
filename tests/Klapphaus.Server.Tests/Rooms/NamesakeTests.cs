using System.Net.Http.Headers;
using System.Net.Http.Json;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Conversations;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>People whose names look alike meet in one room, and nobody is taken for another.</summary>
public sealed class NamesakeTests(TalkingHouse shared) : IClassFixture<TalkingHouse>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task EverybodySeesThemByTheSameNamesAndSoDoTheyThemselves()
    {
        await using var bo = await house.Enter("Bo", "saal");
        await using var thea = await house.Enter("Thea Müller", "saal");
        await using var other = await house.Enter("THEA MÜLLER", "saal");
        Assert.Equal(("THEA MÜLLER", "THEA MÜLLER (2)"), (other.Name, other.ShownName));
        await bo.Sees(thea.Here);
        await bo.Sees(other.Here);
        await thea.Sees(other.Here);
        foreach (var viewer in new[] { bo, thea, other }) Assert.Equal(("Thea Müller", "THEA MÜLLER (2)"), (NameOf(viewer, thea), NameOf(viewer, other)));
    }

    [Fact]
    public async Task NumberStaysInTheSecondTabAndTheNameOfWhoLeftIsFree()
    {
        var first = await house.Enter("Tilda Zwei", "saal");
        await using var second = await house.Enter("Tilda Zwei", "saal");
        await first.DisposeAsync();
        await second.WaitUntil(p => p.PersonOf(first.Id) is null, "the first one is gone");
        Assert.Equal("Tilda Zwei (2)", second.ShownName);
        await using var tab = await house.Arrive("Tilda Zwei", second.Connection.Token);
        await tab.Enter("saal");
        Assert.Equal((second.Id, "Tilda Zwei (2)"), (tab.Id, tab.ShownName));
        await using var third = await house.Enter("Tilda Zwei", "saal");
        Assert.Equal("Tilda Zwei", third.ShownName);
    }

    [Fact]
    public async Task WhatIsSaidOfThemInTheRoomHasTheirNumbersAndWhatIsKeptWithThemHasNot()
    {
        await using var mona = await house.EnterAsOrganiser("Mona", "saal");
        await using var eva = await house.Enter("Eva Doppelt", "saal");
        await using var other = await house.Enter("Eva Doppelt", "saal");
        await mona.Knows(other);
        await eva.Does(nameof(IHouseHub.Report), new ReportRequest { Handle = other.Picture.Handle, Reason = "Doppelgänger", Texts = [] });
        await other.Does(nameof(IHouseHub.Report), new ReportRequest { Handle = eva.Picture.Handle, Reason = "Selber", Texts = [] });
        await mona.Does(nameof(IHouseHub.Warn), new WarnRequest { Handle = other.Picture.Handle, Reason = "Bitte lassen" });

        using var organiser = new Browser(house.Address);
        await organiser.SignInAsync(new() { Name = "Olga", Invitation = house.Invitation });
        var reports = (await organiser.Http.GetFromJsonAsync<ReportView[]>("/api/moderation/reports"))!;
        Assert.Equal(("Eva Doppelt", "Eva Doppelt (2)"), reports.Where(r => r.Reason == "Doppelgänger").Select(r => (r.By, r.Of)).Single());
        Assert.Equal(("Eva Doppelt (2)", "Eva Doppelt"), reports.Where(r => r.Reason == "Selber").Select(r => (r.By, r.Of)).Single());
        var log = (await organiser.Http.GetFromJsonAsync<LogLineView[]>("/api/moderation/log?room=saal"))!;
        Assert.Equal("Eva Doppelt (2)", log.Single(l => l.Reason == "Bitte lassen").Of);

        using var me = new HttpClient { BaseAddress = house.Address };
        me.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", other.Connection.Token);
        var kept = (await me.GetFromJsonAsync<MyDataView>("/api/me"))!;
        Assert.Equal(("Eva Doppelt", "Eva Doppelt (2)"), (kept.Name, kept.ShownAs));
    }

    static string? NameOf(Person viewer, Person seen) => viewer.Picture.PersonOf(seen.Id)?.Member.Name;
}
