namespace Klapphaus.Desktop.Start;

/// <summary>What the running instance has made of an order.</summary>
sealed record OrderAnswer
{
    public int Version { get; init; } = Order.CurrentVersion;

    /// <summary>Exit code (<see cref="ExitCode"/>) for the start that wanted it.</summary>
    public required int Code { get; init; }

    /// <summary>What there is to say, line by line, in the reader's language.</summary>
    public required string[] Said { get; init; }

    /// <summary>Ids of the stands for which one is on duty; only where that was asked for.</summary>
    public string[] OnDuty { get; init; } = [];
}
