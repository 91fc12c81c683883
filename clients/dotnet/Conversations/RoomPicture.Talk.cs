using Klapphaus.Contracts;

namespace Klapphaus.Client;

// Who talks with whom.
public sealed partial class RoomPicture
{
    readonly Dictionary<int, ConversationView> conversations = [];
    TalkView? talk;

    /// <summary>The conversations in the room.</summary>
    public ConversationView[] Conversations { get { lock (gate) return [.. conversations.Values]; } }

    /// <summary>One's own conversation, or null.</summary>
    public TalkView? Talk { get { lock (gate) return talk; } }

    public void Apply(ConversationsChangedEvent news)
    {
        lock (gate)
        {
            if (news.All)
                conversations.Clear();
            foreach (var ended in news.Ended)
                conversations.Remove(ended);
            foreach (var changed in news.Changed)
                conversations[changed.Id] = changed;
        }
        Changed?.Invoke();
    }

    public void Apply(TalkChangedEvent news)
    {
        lock (gate)
            talk = news.Talk;
        Changed?.Invoke();
    }
}
