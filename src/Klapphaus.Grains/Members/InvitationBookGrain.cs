namespace Klapphaus.Grains.Members;

/// <summary>Keeps the invitations. Who shows one again changes nothing here, so it is written only for those who come for the first time.</summary>
sealed class InvitationBookGrain([PersistentState("invitations", Storage.Name)] IPersistentState<InvitationBookGrainState> stored, TimeProvider time) : Grain, IInvitationBookGrain
{
    /// <summary>Several lists of guests for each network day of a year; more would make each entry slow.</summary>
    const int Most = 10_000;

    /// <summary>How long an organiser can look up what became of an invitation; there may be names in it.</summary>
    static readonly TimeSpan kept = TimeSpan.FromDays(30);

    List<InvitationState> Entries => stored.State.Invitations;

    public Task<ErrorCode> Issue(InvitationState invitation) => IssueMany([invitation]);

    public async Task<ErrorCode> IssueMany(InvitationState[] invitations)
    {
        var forgotten = time.GetUtcNow() - kept;
        var printing = invitations.Where(i => i.Process.Length > 0).Select(i => i.Process).ToHashSet();
        Entries.RemoveAll(i => (i.Revoked ?? i.Expires) < forgotten || i.UsedBy.Length == 0 && printing.Contains(i.Process));
        if (Entries.Count + invitations.Length > Most) return ErrorCode.TooManyInvitations;
        Entries.AddRange(invitations);
        await stored.WriteStateAsync();
        return ErrorCode.None;
    }

    public Task<InvitationState[]> List() => Task.FromResult<InvitationState[]>([.. Enumerable.Reverse(Entries)]);

    public Task<InvitationState?> Find(string id) => Task.FromResult(Entries.Find(i => i.Id == id));

    public async Task<string[]?> Revoke(string id)
    {
        var at = Entries.FindIndex(i => i.Id == id);
        if (at < 0) return null;
        if (Entries[at].Revoked is null)
        {
            Entries[at] = Entries[at] with { Revoked = time.GetUtcNow() };
            await stored.WriteStateAsync();
        }
        return Entries[at].UsedBy;
    }

    public async Task Erase(string member)
    {
        var own = Entries.RemoveAll(i => i.ToInvitation().OwnMember == member);
        var used = false;
        for (var i = 0; i < Entries.Count; i++)
        {
            if (!Entries[i].UsedBy.Contains(member)) continue;
            Entries[i] = Entries[i].Without(member);
            used = true;
        }
        if (own > 0 || used) await stored.WriteStateAsync();
    }

    public async Task<ErrorCode> Redeem(string id, string member)
    {
        var at = Entries.FindIndex(i => i.Id == id);
        if (at < 0) return ErrorCode.InvitationInvalid;
        var entry = Entries[at];
        var error = InvitationErrors.Of(entry.ToInvitation().Try(member, time.GetUtcNow()));
        if (error != ErrorCode.None || entry.UsedBy.Contains(member)) return error;
        Entries[at] = entry with { UsedBy = [.. entry.UsedBy, member] };
        await stored.WriteStateAsync();
        return ErrorCode.None;
    }
}
