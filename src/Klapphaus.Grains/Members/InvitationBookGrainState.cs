namespace Klapphaus.Grains.Members;

/// <summary>What is kept of the house's invitations: those that hold, and for a while those that do not any more.</summary>
[GenerateSerializer]
[Alias("Klapphaus.InvitationBookGrainState")]
public sealed class InvitationBookGrainState
{
    [Id(0)] public int Version { get; set; } = 1;
    /// <summary>In the order in which they were issued.</summary>
    [Id(1)] public List<InvitationState> Invitations { get; set; } = [];
}
