using Klapphaus.Contracts;

namespace Klapphaus.Server.Tests.Conversations;

/// <summary>What somebody was told of conversations, in order.</summary>
sealed class Listening
{
    readonly Lock gate = new();
    readonly List<SaidEvent> said = [];
    readonly List<TalkChangedEvent> talks = [];
    readonly List<NotConnectedEvent> refusals = [];
    readonly List<SignalledEvent> signals = [];
    readonly Person person;

    public Listening(Person person)
    {
        this.person = person;
        person.Connection.Said += news => { lock (gate) said.Add(news); };
        person.Connection.TalkChanged += news => { lock (gate) talks.Add(news); };
        person.Connection.NotConnected += news => { lock (gate) refusals.Add(news); };
        person.Connection.Signalled += news => { lock (gate) signals.Add(news); };
    }

    public SaidEvent[] Said { get { lock (gate) return [.. said]; } }

    public TalkChangedEvent[] Talks { get { lock (gate) return [.. talks]; } }

    public NotConnectedEvent[] Refusals { get { lock (gate) return [.. refusals]; } }

    public SignalledEvent[] Signals { get { lock (gate) return [.. signals]; } }

    public Task Reads(string text) => person.WaitUntil(_ => Said.Any(s => s.Text == text), $"one reads “{text}”");

    public Task IsTold(string reason) => person.WaitUntil(_ => Talks.Any(t => t.Left == reason), $"one is told {reason}");

    public Task IsRefused(string reason) => person.WaitUntil(_ => Refusals.Any(r => r.Reason == reason), $"one is refused: {reason}");

    public Task Hears(string signal) => person.WaitUntil(_ => Signals.Any(s => s.Signal == signal), $"one hears {signal}");
}
