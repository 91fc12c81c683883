using Klapphaus.Contracts;
using Klapphaus.Grains.Moderation;

namespace Klapphaus.Server.Moderation;

/// <summary>Policies of rooms as clients are told of them.</summary>
static class PolicyViews
{
    public static PolicyView Of(PolicyState policy) => new()
    {
        Enter = policy.Enter,
        Speak = policy.Speak,
        Camera = policy.Camera,
        Screen = policy.Screen,
        Write = policy.Write,
        Knock = policy.Knock,
        SlowSeconds = policy.SlowSeconds,
        ShutFrom = policy.ShutFrom?.ToUnixTimeMilliseconds() ?? 0,
        Notice = policy.Notice,
        Hours = policy.Hours,
        WaitingRoom = policy.WaitingRoom,
    };

    /// <summary>As the room takes it; null when it cannot be one.</summary>
    public static PolicyState? Read(PolicyView view)
    {
        // a time that no calendar has
        if (view.ShutFrom < 0 || view.ShutFrom > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()) return null;
        return new()
        {
            Enter = view.Enter ?? "",
            Speak = view.Speak ?? "",
            Camera = view.Camera ?? "",
            Screen = view.Screen ?? "",
            Write = view.Write ?? "",
            Knock = view.Knock ?? "",
            SlowSeconds = view.SlowSeconds,
            ShutFrom = view.ShutFrom == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(view.ShutFrom),
            Notice = World.Conversations.Wording.Reason(view.Notice ?? "") ?? view.Notice!,
            Hours = (view.Hours ?? "").Trim(),
            WaitingRoom = view.WaitingRoom,
        };
    }
}
