using System.Globalization;
using System.Net.Http.Headers;
using Klapphaus.Contracts;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Tests.Stage;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>A house with a hall of twenty places for stands and a foyer, shared by the tests of a class; each test takes a place of its own.</summary>
public sealed class FairHouse : IAsyncLifetime
{
    int taken;

    internal TestHouse Open { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var plans = DrawnHouse.Empty("halle", 20, 20);
        plans.With("foyer", ["##########", "#..e.....#", "#........#", "##########"]);
        for (var i = 0; i < 20; i++) plans.WithStand("halle", i + 1, Column(i), Row(i));
        Open = await TestHouse.OpenAsync(plans);
    }

    /// <summary>Four in a row, so that it is not far to any.</summary>
    static int Column(int stand) => 2 + 4 * (stand % 4);

    static int Row(int stand) => 4 + 3 * (stand / 4);

    /// <summary>In the middle of a stand, in pixels of the plan.</summary>
    internal static (int X, int Y) At(string area)
    {
        var number = int.Parse(area["stand-".Length..], CultureInfo.InvariantCulture);
        return ((Column(number - 1) + 1) * 32 + 16, (Row(number - 1) + 1) * 32);
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

    /// <summary>Waits until this process knows the stand as one that everybody sees, and who may staff it: it reads the book of stands a moment later.</summary>
    internal async Task KnowsAsync(string stand)
    {
        var shelf = Open.Services.GetRequiredService<StandShelf>();
        for (var looks = 0; looks < 200 && shelf.Find(stand) is not { Published: true, Staff.Length: > 0 }; looks++) await Task.Delay(TimeSpan.FromMilliseconds(50));
        Assert.True(shelf.Find(stand) is { Published: true, Staff.Length: > 0 }, $"The process knows of {stand}: {shelf.Find(stand)}");
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
    internal async Task<Person> EnterAsync(Browser who, string name, string room = "halle")
    {
        var token = (await who.SignInAsync(new SessionRequest { Name = name }, token: true)).Token!;
        var person = await Open.Arrive(name, token);
        await person.Enter(room);
        return person;
    }

    /// <summary>Somebody walks to a stand, and takes part in what is talked there.</summary>
    internal static async Task VisitAsync(Person person, string area, double aside = 0)
    {
        var number = int.Parse(area["stand-".Length..], CultureInfo.InvariantCulture);
        await person.WalkToTalk(Column(number - 1) + 1.5 + aside, Row(number - 1) + 1, p => p.Talk?.Area == area, "one is at the stand");
    }

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
