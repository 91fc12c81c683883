using Klapphaus.Grains.Stands;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Klapphaus.Stage;

/// <summary>Visitors of days that are over, which no test waits for.</summary>
static class Counted
{
    /// <summary>Puts what was counted at a stand into the store, as if it had been so; the stand has it when this returns.</summary>
    public static async Task KeepAsync(IServiceProvider house, string stand, params StandPeriodState[] periods)
    {
        var grains = house.GetRequiredService<IGrainFactory>();
        var id = grains.GetGrain<IStandFiguresGrain>(stand).GetGrainId();
        var state = new GrainState<StandFiguresState>(new() { Periods = periods, Today = new() { Day = periods[^1].Last.AddDays(1), Salt = [1, 2, 3] } });
        await house.GetRequiredKeyedService<IGrainStorage>(Grains.Storage.Name).WriteStateAsync("standFigures", id, state);
        // it reads it when it wakes up again
        await grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
    }

    /// <summary>Days on which so many came for a few minutes, and as many for longer; half of them took a material along.</summary>
    public static StandPeriodState Days(DateOnly first, DateOnly last, int half, string material) => new()
    {
        First = first,
        Last = last,
        Visits = new(2 * half, 2 * half),
        Lengths = [new(0, 0), new(half, half), new(half, half), new(0, 0), new(0, 0)],
        Materials = new() { [material] = new(new(half, half), new(half, half)) },
    };
}
