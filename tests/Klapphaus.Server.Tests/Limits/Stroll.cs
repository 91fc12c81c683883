using System.Collections.Concurrent;
using Klapphaus.Client;
using Klapphaus.Contracts;

namespace Klapphaus.Server.Tests.Limits;

/// <summary>Two people who walk in one room, each seen by the other, and what they are told meanwhile of who comes and goes.</summary>
sealed class Stroll
{
    readonly Person one;
    readonly Person other;
    readonly string[] names;
    readonly ConcurrentQueue<PeopleChangedEvent> told = new();

    public Stroll(Person one, Person other)
    {
        (this.one, this.other) = (one, other);
        names = [one.ShownName, other.ShownName];
        one.Connection.PeopleChanged += told.Enqueue;
        other.Connection.PeopleChanged += told.Enqueue;
    }

    /// <summary>How often each has walked, and was seen there.</summary>
    public int Turns { get; private set; }

    /// <summary>To and fro until the other thing is over.</summary>
    public async Task WalkUntilAsync(Task over)
    {
        do
        {
            var (near, far) = Turns++ % 2 == 0 ? (3.5, 6.0) : (6.0, 3.5);
            await one.WalkTo(near, 1.5);
            await other.Sees(one.Here);
            await other.WalkTo(far, 2.5);
            await one.Sees(other.Here);
        }
        while (!over.IsCompleted);
    }

    /// <summary>They were there all the time, under their names, where they walked to; and heard of nobody but strangers with this name.</summary>
    public void Check(string strangers)
    {
        foreach (var person in new[] { one, other })
        {
            Assert.Equal((ConnectionStatus.Connected, 0L), (person.Connection.State.Status, person.Connection.Traffic.Reconnects));
            // a machine that stands still for seconds costs somebody a step now and then; whom strangers moved would be put back all the time
            Assert.InRange(person.Connection.Traffic.PutBacks, 0L, 2 + Turns / 10);
            Assert.Equal(names.Order(), names.Intersect(person.Picture.People.Select(p => p.Member.Name)).Order());
        }
        int[] handles = [one.Picture.Handle, other.Picture.Handle];
        foreach (var news in told)
        {
            Assert.Empty(news.Left.Intersect(handles));
            Assert.All(news.Entered, p => Assert.True(p.Member.Name.StartsWith(strangers, StringComparison.Ordinal) || names.Contains(p.Member.Name), $"Who is {p.Member.Name}?"));
        }
    }
}
