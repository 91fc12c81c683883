namespace Klapphaus.Grains.Stands;

/// <summary>Keeps what is known of stands from afar. Written only when that looks otherwise than before, which few edits bring about.</summary>
sealed class StandBookGrain([PersistentState("stands", Storage.Name)] IPersistentState<StandBookGrainState> stored, TimeProvider time) : Grain, IStandBookGrain
{
    /// <summary>Until when it is believed that somebody is on duty, by stand.</summary>
    readonly Dictionary<string, DateTimeOffset> manned = [];
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
        var next = stored.State with { Stands = known is null ? [.. All, stand] : Array.ConvertAll(All, s => s.Id == stand.Id ? stand : s) };
        if (known is not null && stand.LooksLike(known)) Hear(next);
        else await KeepAsync(next);
        return ErrorCode.None;
    }

    public Task<bool> Man(string stand, bool manned)
    {
        var before = this.manned.ContainsKey(stand);
        if (manned) this.manned[stand] = time.GetUtcNow() + IStandBookGrain.Believed;
        else this.manned.Remove(stand);
        if (before != manned) Changed();
        return Task.FromResult(before != manned);
    }

    public Task<StandIndex?> Stands(long known)
    {
        var now = time.GetUtcNow();
        foreach (var stand in manned.Where(m => m.Value <= now).Select(m => m.Key).ToList())
        {
            manned.Remove(stand);
            Changed();
        }
        return Task.FromResult(known == version ? null : new StandIndex { Version = version, Stands = All, Manned = [.. manned.Keys] });
    }

    async Task KeepAsync(StandBookGrainState next)
    {
        await stored.ReplaceAsync(next, this);
        Changed();
    }

    /// <summary>That a stand shows something else is told on, and stored with what comes next: after a restart the stand says it again.</summary>
    void Hear(StandBookGrainState next)
    {
        stored.State = next;
        Changed();
    }

    /// <summary>Never the same as one that was given out before a restart.</summary>
    void Changed() => version = Math.Max(version + 1, time.GetUtcNow().ToUnixTimeMilliseconds());
}
