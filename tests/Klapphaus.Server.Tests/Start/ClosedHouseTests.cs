using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Start;

/// <summary>A house that has closed leaves nothing behind: a process that opens one after the other, as these tests do, would be full after a hundred.</summary>
public sealed class ClosedHouseTests
{
    [Fact]
    public async Task HouseThatHasClosedIsGoneFromMemory()
    {
        var services = await OpenAndCloseAsync();
        // what ends by itself within some seconds may still hold it
        for (var i = 0; i < 60 && services.IsAlive; i++)
        {
            await Task.Delay(1000);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(services.IsAlive, "A minute after it has closed something still holds the house.");
    }

    static async Task<WeakReference> OpenAndCloseAsync()
    {
        await using var house = await TestHouse.OpenAsync(DrawnHouse.Small());
        await using (await house.Enter("Ada", "foyer")) return new(house.Services);
    }
}
