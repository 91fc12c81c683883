namespace Klapphaus.Server.Tests.Stage;

/// <summary>A house whose network has an identity provider, shared by the tests of a class.</summary>
public sealed class HouseWithProvider : IAsyncLifetime
{
    internal OpenIdProvider Provider { get; private set; } = null!;

    internal TestHouse Open { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Provider = await OpenIdProvider.StartAsync();
        Open = await TestHouse.OpenAsync(DrawnHouse.Small().WithStand("halle", 1, 6, 1), Provider.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await Open.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
