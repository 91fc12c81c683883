namespace Klapphaus.World.Stands;

/// <summary>
/// What a stand says of itself, field by field. Several hosts may edit at once: an edit names the revision that it was made on, and is taken only when that
/// is what stands there; else the host is shown what is. What was overwritten is in the history, so that nothing is lost and nothing goes unseen.
/// </summary>
public sealed partial class StandContent
{
    /// <summary>So many changes can be read back and undone.</summary>
    public const int LongestHistory = 50;

    /// <summary>Without these a stand is not shown.</summary>
    static readonly StandPart[] published = [StandPart.Name, StandPart.Line];

    readonly Dictionary<StandField, FieldVersion> fields = [];
    readonly List<StandChange> history = [];

    public StandContent()
    {
    }

    /// <summary>As it was stored.</summary>
    public StandContent(IEnumerable<KeyValuePair<StandField, FieldVersion>> fields, IEnumerable<StandChange> history)
    {
        foreach (var (field, version) in fields) this.fields[field] = version;
        this.history.AddRange(history);
        Revision = Math.Max(this.fields.Values.Select(v => v.Revision).DefaultIfEmpty().Max(), this.history.Select(c => c.Revision).DefaultIfEmpty().Max());
    }

    /// <summary>Number of the latest change; 0 before the first.</summary>
    public long Revision { get; private set; }

    /// <summary>All fields that were ever touched; those of items that were taken away as long as the history tells of it.</summary>
    public IReadOnlyDictionary<StandField, FieldVersion> Fields => fields;

    /// <summary>The latest changes, the oldest first.</summary>
    public IReadOnlyList<StandChange> History => history;

    public FieldVersion Find(StandField field) => fields.GetValueOrDefault(field) ?? FieldVersion.Untouched;

    /// <summary>The words in a part that is no list; empty when there are none.</summary>
    public string TextOf(StandPart part) => Find(new(part)).Value?.Text ?? "";

    /// <summary>Takes an edit, or says what stands against it.</summary>
    public EditResult Take(StandEdit edit, string by, DateTimeOffset now)
    {
        if (!edit.Field.IsSound) return Unusable(FieldVersion.Untouched, StandFault.Of(StandFaultKind.FieldUnknown, edit.Field));
        return edit.Field.IsPlace ? Move(edit, by, now) : Change(edit, by, now);
    }

    /// <summary>An edit whose value cannot be used for a reason that shows nowhere in the stand itself.</summary>
    public EditResult Refuse(StandField field, StandFaultKind fault) =>
        field.IsSound ? Unusable(Find(field), StandFault.Of(fault, field)) : Unusable(FieldVersion.Untouched, StandFault.Of(StandFaultKind.FieldUnknown, field));

    /// <summary>Brings back what a field was before a change. That is an edit like any other: refused when the field has changed since.</summary>
    /// <param name="revision">Of the change.</param>
    /// <param name="by">Id of the member who undoes it.</param>
    /// <param name="now">The moment.</param>
    public EditResult Undo(long revision, string by, DateTimeOffset now)
    {
        if (history.Find(c => c.Revision == revision) is not { } change) return new(EditVerdict.Forgotten, FieldVersion.Untouched, []);
        if (change.Field.IsPlace && Find(change.Field.Content) is { Value: null } gone) return Outdated(gone);
        var current = Find(change.Field);
        if (!current.StandsFor(revision)) return HasUndone(revision, by, current) ? new(EditVerdict.Same, current, []) : Outdated(current);
        if (FaultOfList(change.Field, change.Before.Value) is { } fault) return Unusable(current, fault);
        return Put(change.Field, change.Before.Value, new(by, now, change.Before.Origin, revision));
    }

    /// <summary>The latest change of a member's own that can still be undone, or null. Asked again after each undoing, it goes back step by step.</summary>
    public StandChange? NextUndo(string by) => history.FindLast(c => c.After.By == by && c.Undoes == 0 && IsThere(c) && Find(c.Field).StandsFor(c.Revision));

    /// <summary>What is missing before strangers can make anything of the stand.</summary>
    public IReadOnlyList<StandFault> FaultsOfPublishing() =>
        [.. published.Where(part => TextOf(part).Length == 0).Select(part => StandFault.Of(StandFaultKind.Missing, new StandField(part)))];

    /// <summary>The same undoing sent twice is one.</summary>
    bool HasUndone(long revision, string by, FieldVersion current) =>
        history.FindLast(c => c.Undoes == revision) is { } undoing && undoing.After.By == by && current.StandsFor(undoing.Revision);

    EditResult Change(StandEdit edit, string by, DateTimeOffset now)
    {
        var current = Find(edit.Field);
        List<StandFault> faults = [];
        var value = StandChecks.Read(edit.Field, edit.Value, faults);
        if (faults.Count > 0) return new(EditVerdict.Unusable, current, faults);
        if (value == current.Value) return new(EditVerdict.Same, current, []);
        if (edit.Revision != current.Revision) return Outdated(current);
        if (FaultOfList(edit.Field, value) is { } fault) return Unusable(current, fault);
        var needsPlace = value is not null && StandParts.IsList(edit.Field.Part) && !fields.ContainsKey(edit.Field.Place);
        var place = needsPlace ? PlaceBehind(edit.Field.Part, edit.Behind) : (long?)null;
        var result = Put(edit.Field, value, new(by, now));
        if (place is { } found) fields[edit.Field.Place] = result.Now with { Value = new() { Place = found } };
        return result;
    }

    /// <summary>What stands against this item among the others of its list; null when nothing does.</summary>
    StandFault? FaultOfList(StandField field, StandValue? value)
    {
        if (value is null || field.IsPlace || !StandParts.IsList(field.Part)) return null;
        var others = Items(field.Part).Where(item => item.Id != field.Item).ToList();
        if (others.Count >= StandParts.Most(field.Part)) return StandFault.Of(StandFaultKind.TooMany, field, StandParts.Most(field.Part));
        return field.Part == StandPart.Topics && others.Exists(item => WordShape.Of(item.Value.Text) == WordShape.Of(value.Text))
            ? StandFault.Of(StandFaultKind.Twice, field, 0, value.Text) : null;
    }

    EditResult Put(StandField field, StandValue? value, Origin origin)
    {
        var after = new FieldVersion(value, ++Revision, origin.By, origin.At, origin.Restores);
        history.Add(new(field, Find(field), after, origin.Undoes));
        fields[field] = after;
        while (history.Count > LongestHistory) ForgetOldest();
        return new(EditVerdict.Taken, after, []);
    }

    /// <summary>With the last that is known of an item that was taken away the item itself goes.</summary>
    void ForgetOldest()
    {
        var oldest = history[0];
        history.RemoveAt(0);
        if (!StandParts.IsList(oldest.Field.Part) || oldest.After.Value is not null || Find(oldest.Field) != oldest.After) return;
        fields.Remove(oldest.Field);
        fields.Remove(oldest.Field.Place);
    }

    bool IsThere(StandChange change) => !change.Field.IsPlace || Find(change.Field.Content).Value is not null;

    static EditResult Outdated(FieldVersion now) => new(EditVerdict.Outdated, now, []);

    static EditResult Unusable(FieldVersion now, StandFault fault) => new(EditVerdict.Unusable, now, [fault]);

    /// <summary>Who makes a change, when, and what of earlier it brings back.</summary>
    readonly record struct Origin(string By, DateTimeOffset At, long Restores = 0, long Undoes = 0);
}
