namespace Klapphaus.Grains.Stands;

/// <summary>Keeps what is known of stands from afar. Written only when that is otherwise than before, which few edits bring about.</summary>
sealed class StandBookGrain([PersistentState("stands", Storage.Name)] IPersistentState<StandBookGrainState> stored, TimeProvider time) : Grain, IStandBookGrain
{
    long version;

    StandSummary[] All => stored.State.Stands;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Changed();
        return Task.CompletedTask;
    }

    public async Task<ErrorCode> Enter(StandSummary stand)
    {
        var known = Array.Find(All, s => s.Id == stand.Id);
        if (stand.IsSameAs(known)) return ErrorCode.None;
        if (Array.Exists(All, s => s.Id != stand.Id && s.Room == stand.Room && s.Area == stand.Area)) return ErrorCode.StandPlaceTaken;
        await KeepAsync(stored.State with { Stands = known is null ? [.. All, stand] : Array.ConvertAll(All, s => s.Id == stand.Id ? stand : s) });
        return ErrorCode.None;
    }

    public Task<StandIndex?> Stands(long known) => Task.FromResult(known == version ? null : new StandIndex { Version = version, Stands = All });

    async Task KeepAsync(StandBookGrainState next)
    {
        var before = stored.State;
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before;
            DeactivateOnIdle(); // the answer alone may have been lost: what is stored is read again
            throw;
        }
        Changed();
    }

    /// <summary>Never the same as one that was given out before a restart.</summary>
    void Changed() => version = Math.Max(version + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
}
