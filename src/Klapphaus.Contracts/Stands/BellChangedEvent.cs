using MessagePack;

namespace Klapphaus.Contracts;

/// <summary>How it is with what a visitor has asked for at a bell.</summary>
[MessagePackObject]
public sealed record BellChangedEvent
{
    /// <summary>Id of the stand.</summary>
    [Key("stand")] public required string Stand { get; init; }
    /// <summary>What the stand is called; may be empty.</summary>
    [Key("name")] public string Name { get; init; } = "";
    /// <summary>ring or talk.</summary>
    [Key("wish")] public required string Wish { get; init; }
    /// <summary>waiting; unheard: nobody has answered yet, and who is in a talk still may; accepted: a host comes; over: see <see cref="End"/>.</summary>
    [Key("state")] public required string State { get; init; }
    /// <summary>
    /// How it ended: talked, unanswered, declined, withdrawn, left (one was not at the stand any more), hostGone, shut (the stand is shown no more), or lost (the
    /// house has lost it; whoever still wants it rings again). Empty while it goes on.
    /// </summary>
    [Key("end")] public string End { get; init; } = "";
    /// <summary>One's place in the line, from 1; 0 when one does not wait.</summary>
    [Key("place")] public int Place { get; init; }
    /// <summary>How many stand in the line.</summary>
    [Key("length")] public int Length { get; init; }
    /// <summary>How many hosts are being called for one just now.</summary>
    [Key("called")] public int Called { get; init; }
    /// <summary>Somebody is on duty at the stand, and be it in a talk.</summary>
    [Key("staffed")] public bool Staffed { get; init; }
    /// <summary>The host who comes, by name; empty before there is one.</summary>
    [Key("host")] public string Host { get; init; } = "";
    /// <summary>What a host who cannot come has answered last, and who by name; empty when none has said anything.</summary>
    [Key("text")] public string Text { get; init; } = "";
    [Key("textBy")] public string TextBy { get; init; } = "";
    /// <summary>Since when one waits, in milliseconds since 1970; 0 when that is not known any more.</summary>
    [Key("since")] public long Since { get; init; }
}
