namespace Klapphaus.Server.Tests.Stage;

/// <summary>Tests that need the machine for themselves run one after the other, after all that run side by side.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
