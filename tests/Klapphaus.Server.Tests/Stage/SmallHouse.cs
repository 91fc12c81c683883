namespace Klapphaus.Server.Tests.Stage;

/// <summary>One house with a foyer and a hall, shared by the tests of a class.</summary>
public sealed class SmallHouse : IAsyncLifetime
{
    internal TestHouse Open { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Open = await TestHouse.OpenAsync(DrawnHouse.Small());

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
