namespace Klapphaus.World.Conversations;

/// <summary>What changed in the conversations of a room, gathered until it is taken.</summary>
public sealed class TalkChanges
{
    readonly List<Conversation> changed = [];
    readonly List<int> ended = [];
    readonly List<Parting> partings = [];
    readonly List<Refusal> refusals = [];

    /// <summary>Conversations that began or are otherwise than before; each once.</summary>
    public IReadOnlyList<Conversation> Changed => changed;

    /// <summary>Numbers of those that are over.</summary>
    public IReadOnlyList<int> Ended => ended;

    public IReadOnlyList<Parting> Partings => partings;

    public IReadOnlyList<Refusal> Refusals => refusals;

    public bool Empty => changed.Count + ended.Count + partings.Count + refusals.Count == 0;

    internal void Change(Conversation conversation)
    {
        if (!changed.Contains(conversation)) changed.Add(conversation);
    }

    internal void End(Conversation conversation)
    {
        changed.Remove(conversation);
        ended.Add(conversation.Id);
    }

    internal void Part(Parting parting) => partings.Add(parting);

    internal void Refuse(Refusal refusal)
    {
        refusals.RemoveAll(r => r.Avatar == refusal.Avatar);
        refusals.Add(refusal);
    }

    internal void Clear()
    {
        changed.Clear();
        ended.Clear();
        partings.Clear();
        refusals.Clear();
    }
}
