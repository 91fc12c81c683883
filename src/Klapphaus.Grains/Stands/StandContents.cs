using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What a stand says of itself, from what travels and is stored.</summary>
public static class StandContents
{
    /// <summary>Fields of which only a later version knows are left out.</summary>
    public static StandContent Of(IEnumerable<KeyValuePair<string, FieldState>> fields, IEnumerable<ChangeState> history) => new(
        fields.Select(f => (Field: Read(f.Key), f.Value)).Where(f => f.Field is not null).Select(f => KeyValuePair.Create(f.Field!.Value, f.Value.ToVersion())),
        history.Select(c => (Field: Read(c.Field), Change: c)).Where(c => c.Field is not null)
            .Select(c => new StandChange(c.Field!.Value, c.Change.Before.ToVersion(), c.Change.After.ToVersion(), c.Change.Undoes)));

    static StandField? Read(string name) => StandField.TryRead(name, out var field) ? field : null;
}
