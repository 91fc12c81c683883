using Klapphaus.Server.Start;

namespace Klapphaus.Stage;

/// <summary>Ports for the programs that tests start, below those from which a house takes its own: it cannot know which have been given here and are not bound yet.</summary>
static class StagePorts
{
    /// <summary>A port of the loopback interface that was free a moment ago; never the same twice.</summary>
    public static int Free() => Ports.Free(12_000, 19_900);
}
