using Klapphaus.Contracts;

namespace Klapphaus.Desktop.Text;

/// <summary>How far what a visitor has asked for at a bell has come.</summary>
static class BellState
{
    /// <summary>Nobody has come yet.</summary>
    public static bool Waits(BellChangedEvent bell) => bell.State is "waiting" or "unheard";

    /// <summary>One waits, or talks with a host: meanwhile one rings nowhere else.</summary>
    public static bool Binds(BellChangedEvent bell) => Waits(bell) || bell is { State: "accepted", Wish: "talk" };
}
