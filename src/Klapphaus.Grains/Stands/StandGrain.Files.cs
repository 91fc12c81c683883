using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What its files are asked about it: whom they are for, and whether anything still needs them.</summary>
sealed partial class StandGrain
{
    public Task<ErrorCode> MayEdit(StandCaller who) => Task.FromResult(Refuse(who, StandAct.Edit) ?? ErrorCode.None);

    public Task<bool> MayRead(StandCaller who, string file)
    {
        if (Refuse(who, StandAct.See) is not null) return Task.FromResult(false);
        // whoever edits sees a file that no field has yet, and one that an undone change would bring back
        return Task.FromResult(May(who, StandAct.Edit) || State.Fields.Any(f => f.Value.Value?.File == file && Shows(who, f.Key)));
    }

    public Task<bool> Needs(string file)
    {
        if (State.Place is null) DeactivateOnIdle();
        return Task.FromResult(
            State.Fields.Values.Any(f => f.Value?.File == file) || Array.Exists(State.History, c => c.Before.Value?.File == file || c.After.Value?.File == file));
    }

    bool Shows(StandCaller who, string field) =>
        State.DownMaterials.Keys.All(m => !IsOfMaterial(field, m) || StandAuthority.MaySee(m, who.Member, RoleOf(who), team, showing));
}
