using Klapphaus.Contracts;

namespace Klapphaus.Server.Tests.Moderation;

/// <summary>What somebody was told of what moderators did, in order.</summary>
sealed class Orders
{
    readonly Lock gate = new();
    readonly List<ModeratedEvent> moderated = [];
    readonly List<PolicyView> policies = [];
    readonly List<long> retracted = [];
    readonly List<string> announced = [];
    readonly List<SentAwayEvent> sentAway = [];
    readonly Person person;

    public Orders(Person person)
    {
        this.person = person;
        person.Connection.Moderated += news => { lock (gate) moderated.Add(news); };
        person.Connection.PolicyChanged += news => { lock (gate) policies.Add(news.Policy); };
        person.Connection.Retracted += news => { lock (gate) retracted.AddRange(news.Ids); };
        person.Connection.Announced += news => { lock (gate) announced.Add(news.Text); };
        person.Connection.SentAway += news => { lock (gate) sentAway.Add(news); };
    }

    public ModeratedEvent[] Moderated { get { lock (gate) return [.. moderated]; } }

    public PolicyView[] Policies { get { lock (gate) return [.. policies]; } }

    public long[] Retracted { get { lock (gate) return [.. retracted]; } }

    public string[] Announced { get { lock (gate) return [.. announced]; } }

    public SentAwayEvent[] SentAway { get { lock (gate) return [.. sentAway]; } }

    public async Task<ModeratedEvent> Is(string kind)
    {
        await person.WaitUntil(_ => Moderated.Any(m => m.Kind == kind), $"one is told: {kind}");
        return Moderated.Last(m => m.Kind == kind);
    }

    public Task Hears(Func<PolicyView, bool> policy, string what) => person.WaitUntil(_ => Policies.Any(policy), $"the policy is told: {what}");

    public async Task<SentAwayEvent> IsSentAway()
    {
        await person.WaitUntil(_ => SentAway.Length > 0, "one is sent away");
        return SentAway[0];
    }
}

static class Asking
{
    /// <summary>Asks something of the hub, and it is granted.</summary>
    public static async Task Does(this Person person, string method, object request) =>
        Assert.Equal(ErrorCode.None, await person.Connection.AskAsync(method, request));

    /// <summary>Asks something of the hub, and it is refused.</summary>
    public static async Task MayNot(this Person person, string method, object request, ErrorCode why) =>
        Assert.Equal(why, await person.Connection.AskAsync(method, request));

    public static PolicyView Policy(string enter = "visitor", string speak = "visitor", string write = "visitor", int slow = 0, DateTimeOffset? shutFrom = null, string notice = "") => new()
    {
        Enter = enter,
        Speak = speak,
        Camera = "visitor",
        Screen = "visitor",
        Write = write,
        Knock = "visitor",
        SlowSeconds = slow,
        ShutFrom = shutFrom?.ToUnixTimeMilliseconds() ?? 0,
        Notice = notice,
    };
}
