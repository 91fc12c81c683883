using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Conversations;

/// <summary>A hall with a wall through its middle and a table in a corner.</summary>
public sealed class TalkingHouse : IAsyncLifetime
{
    internal TestHouse Open { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Open = await TestHouse.OpenAsync(new DrawnHouse()
        .With("saal", ["####################", "#.........#........#", "#..e......#........#", "#.........#........#", "#.........#........#", "#..................#", "#..................#", "####################"])
        .WithArea("saal", "table", "Tisch", 14, 1, 5, 3, ("number", 1), ("capacity", 2)));

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
