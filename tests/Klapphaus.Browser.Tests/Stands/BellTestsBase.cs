using Klapphaus.Browser.Tests.Stage;
using Microsoft.Playwright;

namespace Klapphaus.Browser.Tests.Stands;

/// <summary>Hosts in the house, and visitors at their stand.</summary>
public abstract class BellTestsBase(Chromium chromium, SharedHouse house) : StandTestsBase(chromium, house)
{
    /// <summary>Uwe, whose stand at place 21 everybody sees, in a room.</summary>
    private protected async Task<Person> HostAsync(TestHouse own, string room, Device? device = null)
    {
        var uwe = await OpenStandAsync(own, device);
        await BackInAsync(uwe, own, room);
        return uwe;
    }

    /// <summary>From another page, or by this one loaded anew.</summary>
    private protected static async Task BackInAsync(Person person, TestHouse own, string room)
    {
        await person.Page.GotoAsync(new Uri(own.Address, $"?raum={room}").AbsoluteUri);
        await person.Button(person.Words["welcome.goOnAs", "name", person.Name]).ClickAsync();
        await person.InRoomAsync(room);
    }

    /// <summary>Is led to the stand after the answer to a call.</summary>
    private protected static Task ComesToTheStandAsync(Person host) => host.UntilAsync(
        "he stands at the stand", "() => klapphaus.room === 'halle' && !klapphaus.here.walking && klapphaus.here.x > 20 && klapphaus.here.x < 25 && klapphaus.here.y > 39 && klapphaus.here.y < 43");

    private protected static ILocator Strip(Person person) => person.Page.Locator("#bell");

    private protected static ILocator Duty(Person person) => person.Page.Locator("#panel").GetByRole(AriaRole.Switch);

    /// <summary>Can be called from now on; the rooms are open beside the floor after it.</summary>
    private protected static async Task DutyAsync(Person host)
    {
        await host.OpenPanelAsync("rooms");
        await Duty(host).ClickAsync();
        await Assertions.Expect(Duty(host)).ToBeCheckedAsync();
    }
}
