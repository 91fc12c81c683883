using Klapphaus.Client;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>Notes where a viewer sees a person each time that the viewer is told of anybody's moves.</summary>
sealed class Watch : IDisposable
{
    readonly Person viewer;
    readonly string member;
    readonly Lock gate = new();
    readonly List<Position> samples = [];

    public Watch(Person viewer, Person seen)
    {
        (this.viewer, member) = (viewer, seen.Id);
        viewer.Connection.Moved += Look;
    }

    /// <summary>Every place at which the person was seen, in order, without repetitions.</summary>
    public List<Position> Places
    {
        get { lock (gate) return [.. samples]; }
    }

    public void Dispose() => viewer.Connection.Moved -= Look;

    void Look()
    {
        lock (gate)
            if (viewer.Picture.At(member) is { } place && (samples.Count == 0 || samples[^1] != place)) samples.Add(place);
    }
}
