using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Rooms;

/// <summary>People on different processes are in the same room.</summary>
public sealed class RolesTests
{
    [Fact]
    public async Task PeopleOnTwoProcessesSeeEachOther()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all", "all");
        await MeetAsync(house.Processes[0], house.Processes[1]);
    }

    [Fact]
    public async Task PeopleOnTwoGatewaysOfASiloSeeEachOther()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "silo", "gateway", "gateway");
        await MeetAsync(house.Processes[1], house.Processes[2]);
    }

    [Fact]
    public async Task ProcessesThatStartAtOnceOnAnEmptyStoreMakeOneKey()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all", "all", "gateway");
        Assert.Equal(1, await house.Redis.Store.GetDatabase().ListLengthAsync("klapphaus/keys"));
        // signed by one, believed by the others
        await using var ada = await house.Processes[0].Arrive("Ada", null);
        foreach (var other in house.Processes.Skip(1)) await (await other.Arrive("Ada", ada.Connection.Token)).DisposeAsync();
    }

    static async Task MeetAsync(HouseProcess one, HouseProcess other)
    {
        await using var ada = await one.Enter("Ada", "foyer");
        await using var bo = await other.Enter("Bo", "foyer");
        await ada.WalkTo(15.5, 3.5);
        await bo.Sees(ada.At(15.5, 3.5));
        await bo.WalkTo(5, 5);
        await ada.Sees(bo.At(5, 5));
        await ada.GoThrough("nach-halle");
        await bo.Misses(ada);
        await using var cem = await other.Enter("Cem", "halle");
        await cem.Sees(ada.Here);
    }
}
