using System.Net;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>A host offers times, a visitor books one, and both have it in their calendars.</summary>
public sealed class TimeTests(FairHouse fair) : IClassFixture<FairHouse>
{
    static DateTimeOffset Tomorrow => TimeProvider.System.GetUtcNow().AddDays(1);

    async Task<(Browser Olga, string Stand, Browser Bea)> OpenAsync()
    {
        var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        return (olga, stand, bea);
    }

    [Fact]
    public async Task ATimeIsOfferedBookedAndCancelledAndBothHaveItInTheirCalendars()
    {
        var (olga, stand, bea) = await OpenAsync();
        var offered = await bea.OfferAsync(stand, Tomorrow, minutes: 20, count: 2);
        Assert.Equal(("Europe/Berlin", true, "Stadt Soest", "halle"), (offered.Zone, offered.MayOffer, offered.Name, offered.Room));
        Assert.Equal([("free", "Bea", true)], offered.Times.Select(t => (t.State, t.Host, t.Own)).Distinct());
        Assert.Equal(TimeSpan.FromMinutes(20), offered.Times[0].End - offered.Times[0].Start);

        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        var id = (await vera.TimesAsync(stand)).Times[0].Id;
        Assert.Equal((HttpStatusCode.NotFound, ErrorCode.TimeUnknown), await vera.MayNotAsync(HttpMethod.Get, $"/api/stands/{stand}/times/{id}.ics")); // nobody meets there yet
        await vera.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{id}/booking");
        await vera.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{id}/booking");
        using var max = (await fair.AsAsync("Max", Roles.Visitor)).Browser;
        Assert.Equal((HttpStatusCode.Conflict, ErrorCode.TimeTaken), await max.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{id}/booking"));
        Assert.Equal(("booked", "Vera", "Bea"), (await bea.TimesAsync(stand)).Times[0] is var told ? (told.State, told.Visitor, told.Host) : default);
        Assert.Equal(("booked", "", true), (await vera.TimesAsync(stand)).Times[0] is var own ? (own.State, own.Visitor, own.Mine) : default);
        Assert.DoesNotContain((await max.TimesAsync(stand)).Times, t => t.Id == id);

        var (veras, beas) = (await CalendarAsync(vera, stand, id), await CalendarAsync(bea, stand, id));
        Assert.Contains("SUMMARY:Gespräch mit Bea (Stadt Soest)", veras, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Gespräch mit Vera (Stadt Soest)", beas, StringComparison.Ordinal);
        Assert.All(new[] { veras, beas }, c => Assert.Contains("METHOD:PUBLISH", c, StringComparison.Ordinal));
        Assert.Equal(ErrorCode.TimeUnknown, (await max.MayNotAsync(HttpMethod.Get, $"/api/stands/{stand}/times/{id}.ics")).Code);

        Assert.Equal("Stadt Soest", Assert.Single(await vera.AskAsync<StandTimesView[]>(HttpMethod.Get, "/api/times")).Name);
        await bea.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/times/{id}/booking");
        Assert.Equal(("calledOff", true), Assert.Single(Assert.Single(await vera.AskAsync<StandTimesView[]>(HttpMethod.Get, "/api/times")).Times) is var off ? (off.State, off.ByHost) : default);
        veras = await CalendarAsync(vera, stand, id);
        Assert.Contains("METHOD:CANCEL", veras, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:2", veras, StringComparison.Ordinal);
        // free again, and the next who books it does not learn of the first
        await max.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{id}/booking");
        Assert.DoesNotContain("Vera", await CalendarAsync(max, stand, id), StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:3", await CalendarAsync(bea, stand, id), StringComparison.Ordinal);
        await bea.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/times/{id}");
        Assert.Contains("METHOD:CANCEL", await CalendarAsync(max, stand, id), StringComparison.Ordinal);
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task OnlyWhoStaffsTheStandOffers()
    {
        var (olga, stand, bea) = await OpenAsync();
        var request = new StandTimesRequest { Start = Tomorrow, Minutes = 20, Count = 1 };
        using var stan = await fair.HostAsync(bea, stand, "Stan", "staff");
        using var edda = await fair.HostAsync(bea, stand, "Edda", "edit", "enquiries");
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        using var mona = (await fair.AsAsync("Mona", Roles.Moderator)).Browser;
        foreach (var who in new[] { edda, vera, mona, olga })
            Assert.Equal((HttpStatusCode.Forbidden, ErrorCode.StandRightMissing), await who.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/times", request));
        var id = Assert.Single((await stan.OfferAsync(stand, Tomorrow)).Times).Id;
        await vera.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{id}/booking");
        Assert.Equal("", Assert.Single((await edda.TimesAsync(stand)).Times.Where(t => t.Visitor.Length > 0).Select(t => t.Visitor).DefaultIfEmpty("")));
        foreach (var who in new[] { edda, vera, mona }) Assert.Equal(ErrorCode.StandRightMissing, (await who.MayNotAsync(HttpMethod.Delete, $"/api/stands/{stand}/times/{id}")).Code);
        foreach (var who in new[] { edda, mona, olga }) Assert.Equal(ErrorCode.TimeUnknown, (await who.MayNotAsync(HttpMethod.Delete, $"/api/stands/{stand}/times/{id}/booking")).Code);
        await olga.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/times/{id}"); // who names hosts clears up after them
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task NonsenseIsRefusedWithANumber()
    {
        var (olga, stand, bea) = await OpenAsync();
        var right = new StandTimesRequest { Start = Tomorrow, Minutes = 20, Count = 1 };
        foreach (var wrong in new[]
                 {
                     new(), right with { Start = null }, right with { Minutes = 4 }, right with { Minutes = 241 }, right with { Minutes = -20 }, right with { Minutes = int.MaxValue }, right with { Count = 0 },
                     right with { Count = 21 }, right with { Count = int.MinValue },
                 })
            Assert.Equal((HttpStatusCode.UnprocessableEntity, ErrorCode.TimeUnusable), await bea.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/times", wrong));
        foreach (var start in new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(400) })
            Assert.Equal((start, ErrorCode.TimeNotAhead), (start, (await bea.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/times", right with { Start = start })).Code));
        Assert.Equal(ErrorCode.Malformed, (await bea.MayNotAsync(HttpMethod.Post, $"/api/stands/{stand}/times", new { start = "gestern", minutes = 20, count = 1 })).Code);
        Assert.Empty((await bea.TimesAsync(stand)).Times);
        foreach (var id in new[] { "x", "..", new string('t', 500), "%00" })
        {
            var time = Uri.EscapeDataString(id);
            if (id == "..") continue; // the client itself takes it out of the address
            Assert.Equal((id, ErrorCode.TimeUnknown), (id, (await bea.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{time}/booking")).Code));
            Assert.Equal((id, ErrorCode.TimeUnknown), (id, (await bea.MayNotAsync(HttpMethod.Get, $"/api/stands/{stand}/times/{time}.ics")).Code));
        }
        bea.Dispose();
        olga.Dispose();
    }

    [Fact]
    public async Task WhoIsErasedIsOutOfTheTimesAndOthersKnowThatItIsOff()
    {
        var (olga, stand, bea) = await OpenAsync();
        using var stan = await fair.HostAsync(bea, stand, "Stan", "staff");
        var (first, second) = (Assert.Single((await stan.OfferAsync(stand, Tomorrow)).Times).Id, (await bea.OfferAsync(stand, Tomorrow.AddHours(2))).Times.Single(t => t.Own).Id);
        using var vera = (await fair.AsAsync("Vera", Roles.Visitor)).Browser;
        using var vic = (await fair.AsAsync("Vic", Roles.Visitor)).Browser;
        await vera.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{first}/booking");
        await vic.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/times/{second}/booking");
        Assert.Equal(second, Assert.Single(Assert.Single((await vic.AskAsync<MyDataView>(HttpMethod.Get, "/api/me")).Times).Times).Id);
        Assert.Equal(first, Assert.Single(Assert.Single((await stan.AskAsync<MyDataView>(HttpMethod.Get, "/api/me")).Times).Times).Id);
        Assert.True((await stan.SendAsync(HttpMethod.Delete, "/api/me")).IsSuccessStatusCode);
        Assert.True((await vic.SendAsync(HttpMethod.Delete, "/api/me")).IsSuccessStatusCode);
        Assert.Equal(("calledOff", "", true), Assert.Single((await vera.TimesAsync(stand)).Times, t => t.Mine) is var off ? (off.State, off.Host, off.ByHost) : default);
        Assert.Contains("SUMMARY:Gespräch am Stand (Stadt Soest)", await CalendarAsync(vera, stand, first), StringComparison.Ordinal);
        var seen = (await bea.TimesAsync(stand)).Times;
        Assert.Equal([("free", ""), ("calledOff", "")], seen.Where(t => t.Id == second).OrderBy(t => t.State == "free" ? 0 : 1).Select(t => (t.State, t.Visitor)));
        bea.Dispose();
        olga.Dispose();
    }

    static async Task<string> CalendarAsync(Browser who, string stand, string time)
    {
        using var answer = await who.SendAsync(HttpMethod.Get, $"/api/stands/{stand}/times/{time}.ics");
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        return (await answer.Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal);
    }
}
