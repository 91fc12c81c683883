namespace Klapphaus.Browser.Tests.Media;

/// <summary>The network in which this suite runs alone: the test command makes it, with one address that is not the loopback.</summary>
static class OwnNetwork
{
    /// <summary>Where Janus and coturn take sound and picture.</summary>
    public static string Address =>
        Environment.GetEnvironmentVariable("KLAPPHAUS_TEST_ADDRESS") is { Length: > 0 } address ? address
        : throw new InvalidOperationException("Tests of sound and picture need a network of their own: run them by tests/run.sh Browser.");
}
