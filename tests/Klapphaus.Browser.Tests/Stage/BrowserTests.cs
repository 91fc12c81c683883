using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stage;

/// <summary>A test with people at browsers. It fails, too, when one of them had an error in the console or asked another host for anything.</summary>
public abstract class BrowserTests(Chromium chromium, SharedHouse house) : IAsyncLifetime
{
    readonly List<Person> people = [];
    readonly List<TestHouse> houses = [];

    private protected TestHouse House => house.Open;

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Another house for this test alone, with one room for so many people; open until everybody has left it.</summary>
    private protected async Task<TestHouse> OpenHouseAsync(string room, int capacity) => Keep(await TestHouse.OpenAsync(room, capacity));

    /// <summary>The same with the rooms that ship, and settings of its own.</summary>
    private protected async Task<TestHouse> OpenHouseAsync(params string[] settings) => Keep(await TestHouse.OpenAsync(settings));

    /// <summary>Somebody in front of the house's door.</summary>
    private protected async Task<Person> OpenAsync(string name, Device? device = null, Uri? at = null, string path = "", IBrowser? browser = null)
    {
        var person = await Person.OpenAsync(browser ?? chromium.Browser, at ?? House.Address, name, device ?? Device.Usual, path);
        people.Add(person);
        return person;
    }

    /// <summary>Somebody who has done something before, and comes to the page that it ends at.</summary>
    private protected async Task<Person> OpenAsync(string name, Device? device, Uri at, Func<IAPIRequestContext, Task<string>> before)
    {
        var person = await Person.OpenAsync(chromium.Browser, at, name, device ?? Device.Usual, before);
        people.Add(person);
        return person;
    }

    /// <summary>Somebody inside: in the room of that name, or in the one in which everybody arrives.</summary>
    private protected async Task<Person> EnterAsync(string name, string room = "foyer", Device? device = null, Uri? at = null, IBrowser? browser = null)
    {
        var person = await OpenAsync(name, device, at, $"?raum={room}", browser);
        await person.SignInAsync();
        await person.InRoomAsync(room);
        return person;
    }

    TestHouse Keep(TestHouse own)
    {
        houses.Add(own);
        return own;
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var person in people) await person.DisposeAsync();
        foreach (var own in houses) await own.DisposeAsync();
        var troubles = people.SelectMany(person => person.Troubles).ToList();
        Assert.True(troubles.Count == 0, string.Join('\n', troubles));
        GC.SuppressFinalize(this);
    }
}
