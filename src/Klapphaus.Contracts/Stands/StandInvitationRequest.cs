namespace Klapphaus.Contracts;

/// <summary>Body of <c>POST /api/stands/{stand}/invitations</c>: whoever comes by the link looks after the stand.</summary>
public sealed record StandInvitationRequest
{
    /// <summary>What it is called in the list of invitations; 1 to 80 characters.</summary>
    public string? Label { get; init; }
    /// <summary>The stand is theirs; such a link is for one person.</summary>
    public bool Owner { get; init; }
    /// <summary>Of hosts: edit, staff, enquiries.</summary>
    public string[]? Rights { get; init; }
    /// <summary>At most a year away.</summary>
    public DateTimeOffset? Expires { get; init; }
    /// <summary>How many people may come by it; 0 for any number.</summary>
    public int Uses { get; init; }
}
