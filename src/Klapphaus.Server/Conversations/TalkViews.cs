using System.Text.Json;
using Klapphaus.Contracts;
using Klapphaus.Grains.Conversations;
using Klapphaus.World.Conversations;

namespace Klapphaus.Server.Conversations;

/// <summary>Conversations as clients are told of them.</summary>
static class TalkViews
{
    public static ConversationView Public(ConversationState state) => new()
    {
        Id = state.Id,
        Area = state.Area,
        People = [.. state.People.Select(p => p.Handle)],
        Topic = state.Topic,
        Closed = state.Closed,
        Full = state.Full,
    };

    /// <summary>The conversation as one of those in it sees it: whom one has nothing to do with is there, and neither heard nor seen.</summary>
    public static TalkView Own(ConversationState state, ParticipantState who)
    {
        var own = Own(state);
        return who.Apart.Length == 0 ? own : own with { People = Array.ConvertAll(own.People, p => who.Apart.Contains(p.Handle) ? p with { Sound = false, Heard = false } : p) };
    }

    public static TalkView Own(ConversationState state)
    {
        var hands = state.People.Where(p => p.HandAge >= 0).OrderByDescending(p => p.HandAge).Select(p => p.Handle).ToList();
        return new()
        {
            Id = state.Id,
            Area = state.Area,
            Topic = state.Topic,
            Closed = state.Closed,
            SpeakersOnly = state.SpeakersOnly,
            Routed = state.Routed,
            People = [.. state.People.Select(p => Participant(p, hands.IndexOf(p.Handle) + 1))],
            Knocks = state.Knocks,
            Leader = state.Leader,
        };
    }

    public static SaidEvent Said(Remark remark) => new()
    {
        Kind = Word(remark.Kind),
        Scope = Word(remark.Scope),
        From = remark.From,
        To = remark.To,
        Text = remark.Text,
        At = remark.At,
        Id = remark.Number,
    };

    /// <summary>A value of one of the rules' lists as it is written on the wire.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    static ParticipantView Participant(ParticipantState state, int hand) => new()
    {
        Handle = state.Handle,
        Why = Word(state.Why),
        With = state.With,
        Heard = state.IsHeard,
        Sound = state.HasSound,
        Listens = state.Listens,
        Word = state.HasWord,
        Muted = state.Muted,
        Hidden = state.Unseen,
        Hand = hand,
        Follows = state.Follows,
        Microphone = state.Sends.HasFlag(MediaKinds.Microphone),
        Camera = state.Sends.HasFlag(MediaKinds.Camera),
        Screen = state.Sends.HasFlag(MediaKinds.Screen),
    };
}
