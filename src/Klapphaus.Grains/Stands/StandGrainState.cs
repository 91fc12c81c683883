using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Stands;

/// <summary>What is kept of a stand. Never changed in place: what cannot be stored has not happened.</summary>
[GenerateSerializer]
[Alias("Klapphaus.StandGrainState")]
public sealed record StandGrainState
{
    [Id(0)] public int Version { get; init; } = 1;
    /// <summary>Null as long as there is no such stand.</summary>
    [Id(1)] public StandPlace? Place { get; init; }
    /// <summary>By their names (<see cref="StandField"/>).</summary>
    [Id(2)] public Dictionary<string, FieldState> Fields { get; init; } = [];
    /// <summary>The latest changes, the oldest first.</summary>
    [Id(3)] public ChangeState[] History { get; init; } = [];
    /// <summary>Id of the member whose stand it is; empty for nobody.</summary>
    [Id(4)] public string Owner { get; init; } = "";
    /// <summary>By member, the owner among them.</summary>
    [Id(5)] public Dictionary<string, TeammateState> Team { get; init; } = [];
    /// <summary>When members were taken out of the team: an invitation from before that brings them back no more.</summary>
    [Id(6)] public Dictionary<string, DateTimeOffset> Removed { get; init; } = [];
    [Id(7)] public bool Published { get; init; }
    /// <summary>Why it is offline; null when it is not.</summary>
    [Id(8)] public TakedownState? Down { get; init; }
    /// <summary>Why materials are offline, by their ids.</summary>
    [Id(9)] public Dictionary<string, TakedownState> DownMaterials { get; init; } = [];

    public StandContent ToContent() => StandContents.Of(Fields, History);

    public StandTeam ToTeam() => new() { Owner = Owner, Hosts = Team.Where(t => t.Key != Owner).ToDictionary(t => t.Key, t => t.Value.Rights) };

    public StandShowing ToShowing() => new()
    {
        IsPublished = Published,
        TakenDown = Down?.ToTakedown(),
        Materials = DownMaterials.ToDictionary(m => m.Key, m => m.Value.ToTakedown()),
    };

    public StandGrainState With(StandContent content) => this with
    {
        Fields = content.Fields.ToDictionary(f => f.Key.ToString(), f => FieldState.Of(f.Value)),
        History = [.. content.History.Select(ChangeState.Of)],
    };

    public StandGrainState With(StandShowing showing) => this with
    {
        Published = showing.IsPublished,
        Down = showing.TakenDown is { } takedown ? TakedownState.Of(takedown) : null,
        DownMaterials = showing.Materials.ToDictionary(m => m.Key, m => TakedownState.Of(m.Value)),
    };

    /// <param name="team">Who looks after it from now on.</param>
    /// <param name="member">Somebody whose name is new.</param>
    /// <param name="name">That name.</param>
    /// <param name="now">The moment; whoever is in the team no more is out of it since then.</param>
    /// <param name="remembered">For so long it counts that somebody was taken out.</param>
    public StandGrainState With(StandTeam team, string member, string name, DateTimeOffset now, TimeSpan remembered)
    {
        var removed = Removed.Where(r => now - r.Value <= remembered && !team.Has(r.Key)).ToDictionary();
        foreach (var gone in Team.Keys.Where(m => !team.Has(m))) removed[gone] = now;
        return this with { Owner = team.Owner, Team = team.AllWith(HostRights.None).ToDictionary(m => m, Mate), Removed = removed };

        TeammateState Mate(string id) => new() { Name = id == member ? name : Team[id].Name, Rights = team.RightsOf(id) };
    }

    /// <summary>The same without a member: out of the team, and as nobody where something was done by them.</summary>
    public StandGrainState Without(string member) => this with
    {
        Fields = Fields.ToDictionary(f => f.Key, f => f.Value.Without(member)),
        History = Array.ConvertAll(History, c => c.Without(member)),
        Owner = Owner == member ? "" : Owner,
        Team = Team.Where(t => t.Key != member).ToDictionary(),
        Removed = Removed.Where(r => r.Key != member).ToDictionary(),
        Down = Down?.Without(member),
        DownMaterials = DownMaterials.ToDictionary(m => m.Key, m => m.Value.Without(member)),
    };

    /// <summary>Something of a member is kept here.</summary>
    public bool Names(string member) =>
        Team.ContainsKey(member) || Removed.ContainsKey(member) || Down?.By == member || DownMaterials.Values.Any(d => d.By == member)
        || Fields.Values.Any(f => f.By == member) || Array.Exists(History, c => c.Before.By == member || c.After.By == member);

    /// <summary>As it is written when a call fails: without what it says.</summary>
    public override string ToString() => "stand";
}
