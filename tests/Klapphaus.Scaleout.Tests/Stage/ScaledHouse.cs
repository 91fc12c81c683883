namespace Klapphaus.Scaleout.Tests.Stage;

/// <summary>One house of several processes on one real Redis.</summary>
sealed class ScaledHouse : IAsyncDisposable
{
    readonly DrawnHouse plans;
    readonly List<HouseProcess> processes = [];

    ScaledHouse(DrawnHouse plans, RedisProcess redis) => (this.plans, Redis) = (plans, redis);

    public RedisProcess Redis { get; }

    public IReadOnlyList<HouseProcess> Processes => processes;

    /// <summary>A house of processes with these roles, all started at once as after a power cut.</summary>
    public static async Task<ScaledHouse> OpenAsync(DrawnHouse plans, params string[] roles) => await OpenAsync(plans, await RedisProcess.StartAsync(), roles);

    /// <summary>The same on a Redis that has something in it; it goes with the house.</summary>
    public static async Task<ScaledHouse> OpenAsync(DrawnHouse plans, RedisProcess redis, params string[] roles)
    {
        var house = new ScaledHouse(plans, redis);
        return await house.OpenAsync(roles.Select(role => HouseProcess.StartAsync(plans, house.Settings(role))));
    }

    /// <summary>The same with each process on a host of its own, the first on host 1.</summary>
    public static async Task<ScaledHouse> OpenOnAsync(Network network, DrawnHouse plans, params string[] roles)
    {
        var house = new ScaledHouse(plans, await RedisProcess.StartAsync(Network.Here));
        var hosts = roles.Select(role => (role, host: network.AddHost())).ToList();
        return await house.OpenAsync(hosts.Select(h => HouseProcess.StartOnAsync(
            Network.Address(h.host), network.On(h.host), plans, [.. house.Settings(h.role), "--Klapphaus:ClusterAddress", Network.Address(h.host)])));
    }

    /// <summary>All of them, or none: what has opened does not stay behind when another has not.</summary>
    async Task<ScaledHouse> OpenAsync(IEnumerable<Task<HouseProcess>> starts)
    {
        List<Task<HouseProcess>> all = [.. starts];
        try
        {
            await Task.WhenAll(all);
        }
        catch
        {
            processes.AddRange(all.Where(start => start.IsCompletedSuccessfully).Select(start => start.Result));
            await DisposeAsync();
            throw;
        }
        processes.AddRange(all.Select(start => start.Result));
        return this;
    }

    /// <summary>One more process.</summary>
    public async Task<HouseProcess> AddAsync(string role, params string[] settings)
    {
        var process = await HouseProcess.StartAsync(plans, [.. Settings(role), .. settings]);
        processes.Add(process);
        return process;
    }

    string[] Settings(string role) =>
    [
        "--Klapphaus:Role", role, "--ConnectionStrings:redis", Redis.ConnectionString, "--Klapphaus:SignInsPerMinute", "100000",
        "--Klapphaus:SiloPort", $"{StagePorts.Free()}", "--Klapphaus:GatewayPort", $"{StagePorts.Free()}",
    ];

    /// <summary>The process in which a room lives: it has said so in its log.</summary>
    public async Task<HouseProcess> HolderOfAsync(string room)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            // a room that went to sleep has been elsewhere before: the last to say it has it
            if (processes.Where(p => p.IsRunning).MaxBy(p => p.LastLine($"Room {room} is awake")) is { } holder && holder.LastLine($"Room {room} is awake") > 0) return holder;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>The process that has this person's connection, by what presence says.</summary>
    public async Task<HouseProcess> ProcessOf(Person person)
    {
        var id = await Redis.Store.GetDatabase().HashGetAsync($"klapphaus/presence/{person.Id}", "process");
        return processes.Single(p => p.LastLine($"{id}") > 0);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) await process.DisposeAsync();
        await Redis.DisposeAsync();
    }
}
