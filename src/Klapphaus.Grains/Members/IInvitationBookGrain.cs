namespace Klapphaus.Grains.Members;

/// <summary>All invitations of the house. There is one book; its key is <see cref="TheBook"/>.</summary>
[Alias("Klapphaus.IInvitationBookGrain")]
public interface IInvitationBookGrain : IGrainWithStringKey
{
    /// <summary>Key of the one book.</summary>
    const string TheBook = "house";

    /// <summary>
    /// Enters an invitation. One that a process prints when it starts takes the place of those that this process has printed before and nobody has used.
    /// </summary>
    /// <returns><see cref="ErrorCode.None"/>, or <see cref="ErrorCode.TooManyInvitations"/>.</returns>
    [Alias("Issue")]
    Task<ErrorCode> Issue(InvitationState invitation);

    /// <summary>Enters all of them or none.</summary>
    [Alias("IssueMany")]
    Task<ErrorCode> IssueMany(InvitationState[] invitations);

    /// <summary>All of them, the newest first.</summary>
    [Alias("List")]
    Task<InvitationState[]> List();

    /// <summary>The invitation with this id; null when there is none.</summary>
    [Alias("Find")]
    Task<InvitationState?> Find(string id);

    /// <summary>Takes an invitation back: nobody comes by it any more.</summary>
    /// <returns>Ids of the members who have come by it; null when there is no such invitation.</returns>
    [Alias("Revoke")]
    Task<string[]?> Revoke(string id);

    /// <summary>Forgets that a member has come by any; one that is for this member alone goes.</summary>
    [Alias("Erase")]
    Task Erase(string member);

    /// <summary>A member comes by an invitation.</summary>
    /// <returns><see cref="ErrorCode.None"/>, or why it does not let the member in.</returns>
    [Alias("Redeem")]
    Task<ErrorCode> Redeem(string id, string member);
}
