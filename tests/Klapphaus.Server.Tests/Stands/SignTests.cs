using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>What people in the hall are told of its stands.</summary>
public sealed class SignTests(FairHouse fair) : IClassFixture<FairHouse>
{
    [Fact]
    public async Task EverybodySeesOpenStandsAndATeamItsOwn()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var owner = bea;
        await using var vera = await fair.Open.Enter("Vera", "halle");
        var veras = new Signs(vera);
        await using var own = await fair.EnterAsync(bea, "Bea");
        var beas = new Signs(own);
        await bea.WriteAsync(stand, "name", "Stadt Hamm");
        await beas.See(stand, s => s is { Name: "Stadt Hamm", Draft: true, Staffed: false });
        await bea.WriteAsync(stand, "line", "Läden auf Zeit");
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = true });
        await veras.See(stand, s => s is { Name: "Stadt Hamm", Line: "Läden auf Zeit", Draft: false, Staffed: false });
        Assert.All(veras.All, told => Assert.DoesNotContain(told.Stands, s => s.Draft)); // she was never told before

        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        await veras.Misses(stand);
        await beas.See(stand, s => s.Draft);
        await olga.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/down");
        await veras.See(stand, s => !s.Draft);
        // whoever comes in later knows it at once
        await using var cem = await fair.Open.Arrive("Cem");
        var cems = new Signs(cem);
        await cem.Enter("halle");
        await cems.See(stand, s => s.Name == "Stadt Hamm");
    }

    [Fact]
    public async Task ARoomWithoutStandsSaysNothingOfThem()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small());
        await using var ada = await house.EnterRaw("Ada", "foyer");
        await using var bo = await house.Enter("Bo", "foyer");
        var first = await ada.NextAsync(m => m is InvocationMessage { Target: nameof(IHouseClient.StandsChanged) or nameof(IHouseClient.PeopleChanged) }, "Bo's coming");
        Assert.Equal(nameof(IHouseClient.PeopleChanged), ((InvocationMessage)first).Target);
    }
}

/// <summary>What somebody was told of stands, in order.</summary>
sealed class Signs
{
    readonly Lock gate = new();
    readonly List<StandsChangedEvent> told = [];
    readonly Person person;

    public Signs(Person person)
    {
        this.person = person;
        person.Connection.StandsChanged += news => { lock (gate) told.Add(news); };
    }

    public StandsChangedEvent[] All { get { lock (gate) return [.. told]; } }

    /// <summary>Is told of such a stand, and of nothing newer.</summary>
    public Task See(string stand, Func<StandSign, bool> sign) =>
        person.WaitUntil(_ => All is [.., var last] && last.Stands.Any(s => s.Id == stand && sign(s)), $"stand {stand} is seen so");

    public Task Misses(string stand) => person.WaitUntil(_ => All is [.., var last] && last.Stands.All(s => s.Id != stand), $"stand {stand} is gone");
}
