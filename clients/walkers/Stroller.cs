using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Walkers;

/// <summary>One avatar that stands a while, walks a while, and goes through a door now and then.</summary>
sealed class Stroller(int number, WalkersOptions options, TimeProvider time) : IAsyncDisposable
{
    const double MeanStandSeconds = 6, MeanWalkSeconds = 4, DoorChance = 0.1;
    static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1), AwayPause = TimeSpan.FromSeconds(0.25);

    readonly Random random = new(unchecked((options.Seed * 7919) + number));
    WayFinder? ways;
    FloorPlanView? plan;

    public string Name { get; } = $"Geher {number}";

    /// <summary>Null until the house has let it in.</summary>
    public HouseConnection? House { get; private set; }

    public int ConnectsFailed { get; private set; }
    public int EntersFailed { get; private set; }
    public int DoorsPassed { get; private set; }

    public bool IsInRoom => House is { State.Status: ConnectionStatus.Connected, Picture.Room: not null };

    public async Task StrollAsync(CancellationToken cancellation)
    {
        try
        {
            House = await ConnectAsync(cancellation);
            while (true)
            {
                if (House.State.IsFinal)
                    return;
                if (House.State.Status != ConnectionStatus.Connected)
                    await PauseAsync(AwayPause, cancellation); // it finds its way back into its room by itself
                else if (!IsInRoom)
                    await ComeInAsync(House, cancellation);
                else
                {
                    await PauseAsync(Exponential(MeanStandSeconds), cancellation);
                    await WalkSomewhereAsync(House, cancellation);
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The time is over: stand still and be looked at.
        }
    }

    public async Task StandStillAsync()
    {
        if (House is { } house)
            await house.Walker.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (House is not { } house)
            return;
        await house.LeaveAsync();
        await house.DisposeAsync();
    }

    async Task<HouseConnection> ConnectAsync(CancellationToken cancellation)
    {
        var wishes = new HouseClientOptions
        {
            Address = options.Address,
            Name = Name,
            Affiliation = "Probelauf",
            Invitation = options.Invitation,
            Authority = options.Authority,
            Client = "Klapphaus.Walkers",
            TimeProvider = time,
        };
        while (true)
        {
            var reply = await HouseConnection.TryConnectAsync(wishes, cancellation);
            if (reply.Value is { } house)
                return house;
            ConnectsFailed++;
            await PauseAsync(RetryPause, cancellation);
        }
    }

    async Task ComeInAsync(HouseConnection house, CancellationToken cancellation)
    {
        var room = options.Rooms.Length > 0 ? options.Rooms[number % options.Rooms.Length] : house.StartRoom;
        if ((await house.EnterAsync(room, cancellation)).Granted)
            return;
        // Counted only when the house refused: while it is away, nobody can come in.
        if (house.State.Status == ConnectionStatus.Connected)
            EntersFailed++;
        await PauseAsync(RetryPause, cancellation);
    }

    async Task WalkSomewhereAsync(HouseConnection house, CancellationToken cancellation)
    {
        if (house.Picture.Plan is not { } floor)
            return;
        if (floor != plan)
            (plan, ways) = (floor, new(floor));
        if (options.Doors && floor.Doors.Length > 0 && random.NextDouble() < DoorChance)
            await GoThroughAsync(house, floor.Doors[random.Next(floor.Doors.Length)], cancellation);
        else if (ways!.Find(house.Walker.Position, Somewhere(house.Walker.Position)) is { } way)
            await house.Walker.WalkAlongAsync(way, cancellation);
    }

    async Task GoThroughAsync(HouseConnection house, DoorView door, CancellationToken cancellation)
    {
        var middle = new Position(door.X + (door.Width / 2), door.Y + (door.Height / 2));
        if (!(await house.Walker.WalkAroundToAsync(middle.TileX, middle.TileY, cancellation)).Arrived)
            return;
        if ((await house.EnterThroughAsync(door.Id, cancellation)).Granted)
            DoorsPassed++;
        else if (house.State.Status == ConnectionStatus.Connected)
            EntersFailed++;
    }

    Position Somewhere(Position here)
    {
        // In any direction, as far as one walks in the time; a place in a wall is simply no walk this time.
        var distance = Math.Min(Exponential(MeanWalkSeconds).TotalSeconds, 5 * MeanWalkSeconds) * Protocol.WalkingSpeed;
        var turn = random.NextDouble() * Math.Tau;
        for (var tries = 0; tries < 8; tries++, turn += Math.Tau / 8)
        {
            var there = new Position(here.X + (int)(distance * Math.Cos(turn)), here.Y + (int)(distance * Math.Sin(turn)));
            if (ways!.IsFree(there))
                return there;
        }
        return here;
    }

    TimeSpan Exponential(double meanSeconds) => TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) * meanSeconds);

    Task PauseAsync(TimeSpan pause, CancellationToken cancellation) => Task.Delay(pause, time, cancellation);
}
