namespace Klapphaus.Grains.Stands;

/// <summary>What a stand makes of those whom a process has there.</summary>
[GenerateSerializer, Immutable]
[Alias("Klapphaus.AttendanceAnswer")]
public sealed record AttendanceAnswer
{
    /// <summary>Another one each time that the stand wakes up; it has forgotten by then who has rung.</summary>
    [Id(0)] public required Guid Activation { get; init; }
    /// <summary>Members whose ring or talk goes on, by whichever process.</summary>
    [Id(1)] public string[] Ringing { get; init; } = [];
    /// <summary>Members among them who may not be on duty, or have gone off it by another connection.</summary>
    [Id(2)] public string[] NotOnDuty { get; init; } = [];

    /// <summary>As it is written when a call fails: without who it is.</summary>
    public override string ToString() => "attendance";
}
