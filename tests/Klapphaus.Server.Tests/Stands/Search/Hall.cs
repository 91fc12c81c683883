using Klapphaus.Server.Stands.Search;

namespace Klapphaus.Server.Tests.Stands.Search;

/// <summary>A hall of stands in which somebody looks for something. A stand's id is its title.</summary>
sealed class Hall : IDisposable
{
    readonly HashSet<string> staffed = [];

    public Hall(params StandEntry[] stands) => Put(stands);

    public StandIndex Index { get; } = new();

    public static StandEntry Stand(string title) => new() { Id = title, Title = title, Room = "halle", Place = $"stand-{title}", Published = true, Language = "de" };

    public static MaterialEntry Material(string title) => new() { Id = title, Title = title, Published = true };

    public void Put(params StandEntry[] stands) => Index.Put(stands);

    /// <summary>From now on somebody is there.</summary>
    public void Staff(string stand) => staffed.Add(stand);

    public StandAnswer Find(StandQuery query, Nearness? near = null) => Index.Find(query, staffed.Contains, near);

    public StandAnswer Find(string text) => Find(new StandQuery { Text = text });

    public string[] Titles(string text) => Titles(Find(text));

    public static string[] Titles(StandAnswer answer) => [.. answer.Hits.Select(h => h.Title)];

    public void Dispose() => Index.Dispose();
}
