using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Conversations;
using Klapphaus.Server.Presence;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Stands as their teams work on them.</summary>
static class DraftViews
{
    static readonly Dictionary<string, StandLimitView> limits =
        StandParts.All.ToDictionary(StandParts.Name, part => new StandLimitView { Most = StandParts.Most(part), Longest = StandParts.Longest(part) });

    /// <param name="draft">What it is.</param>
    /// <param name="names">Of everybody who changed something, by member.</param>
    /// <param name="presence">Of everybody in the team, by member.</param>
    public static StandDraftView Draft(StandDraft draft, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, Nearness> presence) => new()
    {
        Fields = draft.Fields.ToDictionary(f => f.Key, f => Field(f.Value, names)),
        History = [.. draft.History.Select(c => Change(c, names))],
        Team = [.. draft.Team.Select(t => new TeammateView
        {
            Member = t.Key,
            Name = t.Value.Name,
            Rights = StandRights.Words(t.Value.Rights),
            Owner = t.Key == draft.Owner,
            Presence = Word(presence.GetValueOrDefault(t.Key)),
        })],
        Limits = limits,
        Missing = Array.ConvertAll(draft.Missing, Fault),
    };

    static string Word(Nearness nearness) => nearness switch
    {
        Nearness.InHouse => "house",
        Nearness.Reachable => "reachable",
        Nearness.Away => "away",
        _ => "",
    };

    public static StandEditView Edit(EditAnswer answer, IReadOnlyDictionary<string, string> names) => new()
    {
        Field = answer.Field,
        Verdict = TalkViews.Word(answer.Verdict),
        Now = Field(answer.Now, names),
        Faults = Array.ConvertAll(answer.Faults, Fault),
    };

    public static StandFaultView Fault(FaultState fault) => new() { Field = fault.Field, Code = fault.Code, German = fault.German, English = fault.English };

    /// <summary>An edit as the stand takes it.</summary>
    public static FieldEdit Read(StandEditRequest request) => new()
    {
        Field = request.Field ?? "",
        Revision = request.Revision,
        Value = request.Value is { } value ? new() { Text = value.Text ?? "", Language = value.Language ?? "", Link = value.Link ?? "", File = value.File ?? "" } : null,
        Behind = request.Behind,
    };

    static StandFieldView Field(FieldState field, IReadOnlyDictionary<string, string> names) => new()
    {
        Value = Value(field.Value),
        Revision = field.Revision,
        By = NameOf(field.By, names),
        Since = field.Revision == 0 ? null : field.Since,
    };

    static StandChangeView Change(ChangeState change, IReadOnlyDictionary<string, string> names) => new()
    {
        Revision = change.After.Revision,
        Field = change.Field,
        Before = Value(change.Before.Value),
        After = Value(change.After.Value),
        By = NameOf(change.After.By, names),
        At = change.After.Since,
        Undoes = change.Undoes,
    };

    static StandValueView? Value(FieldContent? value) =>
        value is null ? null : new() { Text = value.Text, Language = value.Language, Link = value.Link, File = value.File, Place = value.Place };

    static string NameOf(string member, IReadOnlyDictionary<string, string> names) => member.Length == 0 ? "" : names.GetValueOrDefault(member, FieldState.Erased);
}
