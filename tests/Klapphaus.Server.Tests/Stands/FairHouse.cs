using System.Net.Http.Headers;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>A house with a hall of sixteen places for stands, shared by the tests of a class; each test takes a place of its own.</summary>
public sealed class FairHouse : IAsyncLifetime
{
    int taken;

    internal TestHouse Open { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var plans = DrawnHouse.Empty("halle", 72, 12);
        for (var i = 0; i < 16; i++) plans.WithStand("halle", i + 1, 6 + 4 * i, 6);
        Open = await TestHouse.OpenAsync(plans);
    }

    /// <summary>A place that nobody has taken yet.</summary>
    internal string NextArea() => $"stand-{Interlocked.Increment(ref taken)}";

    /// <summary>A stand, with its owner.</summary>
    internal async Task<(string Stand, Browser Bea)> GiveAsync(Browser olga, string owner = "Bea")
    {
        var stand = (await olga.GiveAsync("halle", NextArea())).Id;
        var bea = new Browser(Open.Address);
        await bea.ComeAsync(owner, await olga.InviteAsync(stand, owner: true));
        return (stand, bea);
    }

    /// <summary>Somebody in the team of a stand.</summary>
    internal async Task<Browser> HostAsync(Browser bea, string stand, string name, params string[] rights)
    {
        var host = new Browser(Open.Address);
        await host.ComeAsync(name, await bea.InviteAsync(stand, rights: rights));
        return host;
    }

    /// <summary>Somebody with a role in the house and no stand.</summary>
    internal async Task<(string Id, Browser Browser)> AsAsync(string name, string role, params string[] rooms)
    {
        var (id, token) = await Open.SignInAs(name, role, rooms);
        var browser = new Browser(Open.Address);
        browser.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (id, browser);
    }

    /// <summary>The same member in the rooms.</summary>
    internal async Task<Person> EnterAsync(Browser who, string name)
    {
        var token = (await who.SignInAsync(new SessionRequest { Name = name }, token: true)).Token!;
        var person = await Open.Arrive(name, token);
        await person.Enter("halle");
        return person;
    }

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
