using CsCheck;
using Klapphaus.World.Stands;
using static Klapphaus.World.Tests.Stands.Editing;

namespace Klapphaus.World.Tests.Stands;

/// <summary>However two hosts edit at once, nothing is lost and nothing is overwritten unseen.</summary>
public class StandContentWalks
{
    sealed record Step(int Host, int Kind, int Which, int Number);

    /// <summary>A confirmed edit: what the field became by it, and what it was before.</summary>
    sealed record Deed(StandField Field, FieldVersion Before, FieldVersion After);

    static readonly string[] hosts = ["bea", "tom"];
    static readonly StandField[] singles = [new(StandPart.Name), new(StandPart.Line), new(StandPart.Text), new(StandPart.Contact)];

    static readonly Gen<Step> steps = Gen.Select(Gen.Int[0, 1], Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 99])
        .Select((host, kind, which, number) => new Step(host, kind, which, number));

    [Fact]
    public void EveryConfirmedEditIsThereOrWasOverwrittenByWhoKnewIt() => steps.Array[1, StandContent.LongestHistory].Sample(story =>
    {
        var stand = new Editing();
        var views = hosts.ToDictionary(h => h, _ => new Dictionary<StandField, FieldVersion>());
        List<Deed> deeds = [];
        foreach (var step in story) Do(stand, step, views[hosts[step.Host]], deeds);
        foreach (var deed in deeds)
        {
            if (stand.Content.Find(deed.Field).Revision == deed.After.Revision) continue;
            var later = Assert.Single(stand.Content.History, c => c.Field == deed.Field && c.Before.Revision == deed.After.Revision);
            if (!deed.Field.IsPlace) Assert.Equal(deed.After.Value, later.Before.Value);
            Assert.Contains(deeds, d => d.After.Revision == later.Revision); // and that one was confirmed, by who knew what was there
        }
        Assert.Equal(deeds.Count, stand.Content.History.Count);
        Assert.Equal(deeds.Select(d => d.After.Revision), Enumerable.Range(1, deeds.Count).Select(i => (long)i));
    }, iter: 1000);

    static void Do(Editing stand, Step step, Dictionary<StandField, FieldVersion> view, List<Deed> deeds)
    {
        var by = hosts[step.Host];
        if (step.Kind == 0)
        {
            foreach (var (seen, version) in stand.Content.Fields) view[seen] = version;
            return;
        }
        if (step.Kind == 1)
        {
            Undo(stand, step, by, deeds);
            return;
        }
        var (field, value) = Wish(step);
        var known = view.GetValueOrDefault(field) ?? FieldVersion.Untouched;
        var before = stand.Content.Find(field);
        var behind = (step.Number % 3) switch { 0 => "", 1 => $"t{step.Number % 4}", _ => null };
        var result = stand.Take(by, field, known.Revision, value, behind);
        switch (result.Verdict)
        {
            case EditVerdict.Taken:
                Assert.Equal(before.Revision, known.Revision); // it was made on what was there
                Assert.Equal((by, stand.Now), (result.Now.By, result.Now.Since));
                deeds.Add(new(field, before, result.Now));
                break;
            case EditVerdict.Same when field.IsPlace:
                break;
            case EditVerdict.Same:
                Assert.Equal(value, stand.Content.Find(field).Value);
                break;
            case EditVerdict.Outdated:
                Assert.True(before.Revision != known.Revision || field.IsPlace && stand.Content.Find(field.Content).Value is null, "refused though nobody had changed it");
                if (result.Now.Revision > 0) Assert.Contains(result.Now.By, hosts);
                break;
            default:
                Assert.Fail($"{result.Verdict} of {field}");
                break;
        }
        if (result.Verdict != EditVerdict.Taken) Assert.Equal(before, stand.Content.Find(field));
        view[field] = stand.Content.Find(field); // the host is shown what is there
    }

    static void Undo(Editing stand, Step step, string by, List<Deed> deeds)
    {
        var revision = step.Which < 3 ? stand.Content.NextUndo(by)?.Revision ?? 0 : step.Number % 20;
        var change = stand.Content.History.FirstOrDefault(c => c.Revision == revision);
        var before = change is null ? FieldVersion.Untouched : stand.Content.Find(change.Field);
        var result = stand.Undo(by, revision);
        if (result.Verdict == EditVerdict.Taken)
        {
            Assert.True(before.StandsFor(revision));
            Assert.Equal(change!.After.Value, before.Value); // what is undone is what the change had made
            Assert.Equal(change.Before.Value, result.Now.Value);
            deeds.Add(new(change.Field, before, result.Now));
        }
        else
        {
            var isGone = change is { Field.IsPlace: true } && stand.Content.Find(change.Field.Content).Value is null;
            var isDone = !isGone && stand.Content.History.Any(c => c.Undoes == revision && c.After.By == by && before.StandsFor(c.Revision));
            Assert.Equal(change is null ? EditVerdict.Forgotten : isDone ? EditVerdict.Same : EditVerdict.Outdated, result.Verdict);
            if (change is not null) Assert.Equal(before, stand.Content.Find(change.Field));
            Assert.False(step.Which < 3 && change is not null, "offered to undo what cannot be undone");
        }
    }

    static (StandField Field, StandValue? Value) Wish(Step step) => step.Kind switch
    {
        2 => (Topic($"t{step.Which}"), null),
        3 or 4 => (Topic($"t{step.Which}").Place, null),
        5 or 6 => (Topic($"t{step.Which}"), StandValue.Of($"Thema {step.Which} {step.Number}")),
        _ => (singles[step.Which], StandValue.Of($"{step.Number % 10}")),
    };

    [Fact]
    public void AListIsInTheOrderInWhichItWasPutHoweverLongPeopleSort() => steps.Array[1, 200].Sample(story =>
    {
        var stand = new Editing();
        List<string> expected = [];
        foreach (var (host, kind, which, number) in story)
        {
            var item = Material($"m{number % 8}");
            var behind = which switch { 0 => "", 1 => null, _ => expected.Count == 0 ? "" : expected[number % expected.Count] };
            var isThere = expected.Contains(item.Item);
            if (behind == item.Item) continue;
            if (kind < 3 && isThere)
            {
                stand.Write(hosts[host], item, null);
                expected.Remove(item.Item);
            }
            else if (isThere)
            {
                stand.Move(hosts[host], item, behind);
                expected.Remove(item.Item);
                Insert(expected, item.Item, behind);
            }
            else if (!stand.Content.Fields.ContainsKey(item)) // what was there before comes back where it was
            {
                stand.Write(hosts[host], item, Paper($"{number}"), behind);
                Insert(expected, item.Item, behind);
            }
            Assert.Equal(expected, stand.Order(StandPart.Materials));
        }
    }, iter: 200);

    static void Insert(List<string> order, string item, string? behind) =>
        order.Insert(behind is null ? order.Count : behind.Length == 0 ? 0 : order.IndexOf(behind) + 1, item);
}
