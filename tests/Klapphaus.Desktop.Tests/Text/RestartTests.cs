using Klapphaus.Client;
using Klapphaus.Stage;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>The house fails and is started again: whoever visits it by text is back without a key.</summary>
public sealed class RestartTests
{
    const string F10 = "\e[21~";

    [Fact]
    public async Task WhoeverIsThereIsBackByThemselvesAndReadsSo()
    {
        await using var house = await HouseProcess.StartAsync(DrawnHouse.Small());
        await using var ada = await PseudoTerminal.OpenAsync(house.Address, await TokenAsync(house, "Ada Ahorn"), "--text --language de");
        await ada.SeesAsync("foyer · ");
        await house.KillAsync();
        await ada.SeesAsync("Die Verbindung ist unterbrochen");
        await house.StartAsync();
        await ada.SeesAsync("Wieder verbunden.");
        await ada.TypeAsync("/wo");
        await ada.SeesAsync("Sie sind hier: foyer");
        await ada.PressAsync(F10);
        Assert.Equal(0, await ada.EndsAsync());
    }

    static async Task<string> TokenAsync(HouseProcess house, string name)
    {
        await using var connection = await HouseConnection.ConnectAsync(new() { Address = house.Address, Name = name });
        return connection.Token;
    }
}
