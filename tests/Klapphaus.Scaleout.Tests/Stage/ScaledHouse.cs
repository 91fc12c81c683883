using Klapphaus.Server.Start;

namespace Klapphaus.Scaleout.Tests.Stage;

/// <summary>One house of several processes on one real Redis.</summary>
sealed class ScaledHouse : IAsyncDisposable
{
    readonly DrawnHouse plans;
    readonly List<HouseProcess> processes = [];

    ScaledHouse(DrawnHouse plans, RedisProcess redis) => (this.plans, Redis) = (plans, redis);

    public RedisProcess Redis { get; }

    public IReadOnlyList<HouseProcess> Processes => processes;

    /// <summary>A house of processes with these roles, started one after the other.</summary>
    public static async Task<ScaledHouse> OpenAsync(DrawnHouse plans, params string[] roles) => await OpenAsync(plans, await RedisProcess.StartAsync(), roles);

    /// <summary>The same on a Redis that has something in it; it goes with the house.</summary>
    public static async Task<ScaledHouse> OpenAsync(DrawnHouse plans, RedisProcess redis, params string[] roles)
    {
        var house = new ScaledHouse(plans, redis);
        foreach (var role in roles) await house.AddAsync(role);
        return house;
    }

    /// <summary>One more process.</summary>
    public async Task<HouseProcess> AddAsync(string role, params string[] settings)
    {
        var process = await HouseProcess.StartAsync(
            plans,
            [
                "--Klapphaus:Role", role, "--ConnectionStrings:redis", Redis.ConnectionString, "--Klapphaus:SignInsPerMinute", "100000",
                "--Klapphaus:SiloPort", $"{Ports.Free()}", "--Klapphaus:GatewayPort", $"{Ports.Free()}", .. settings,
            ]);
        processes.Add(process);
        return process;
    }

    /// <summary>The process that somebody is connected to, by its own mark.</summary>
    public async Task<string> ProcessOf(Person person) => (await Redis.Store.GetDatabase().HashGetAsync($"klapphaus/presence/{person.Id}", "process")).ToString();

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
        await Redis.DisposeAsync();
    }
}
