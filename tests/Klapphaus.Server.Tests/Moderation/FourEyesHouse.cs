using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>A house that wants a second pair of eyes for long bans, shared by the tests of a class.</summary>
public sealed class FourEyesHouse : IAsyncLifetime
{
    internal TestHouse Open { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Open = await TestHouse.OpenAsync(DrawnHouse.Small(), "--Klapphaus:FourEyes", "true");

    public ValueTask DisposeAsync() => Open.DisposeAsync();
}
