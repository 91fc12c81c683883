using CsCheck;
using Klapphaus.World.Conversations;
using Klapphaus.World.Rooms;

namespace Klapphaus.World.Tests.Conversations;

/// <summary>However people walk, stand, close and knock, what is true of conversations stays true.</summary>
public class ConversationWalks
{
    abstract record Deed(int Who)
    {
        public sealed record Walks(int Who, int X, int Y, int Heading) : Deed(Who);
        public sealed record Stops(int Who, int X, int Y) : Deed(Who);
        public sealed record Asks(int Who, int What, int Whom) : Deed(Who);
        public sealed record Goes(int Who) : Deed(Who);
        public sealed record Time(int Passes) : Deed(0);
    }

    const int People = 7;

    static readonly Gen<Deed> deeds = Gen.Select(Gen.Int[0, 9], Gen.Int[0, People - 1], Gen.Int[40, 560], Gen.Int[40, 400], Gen.Int[0, 254])
        .Select((kind, who, x, y, number) => (Deed)(kind switch
        {
            0 => new Deed.Goes(who),
            1 or 2 => new Deed.Asks(who, number % 10, number / 10 % People),
            3 or 4 => new Deed.Walks(who, x, y, number),
            5 or 6 => new Deed.Time(number * 10),
            _ => new Deed.Stops(who, x, y),
        }));

    [Fact]
    public void NobodyIsInTwoOrBehindAWallOrALockHoweverTheyWalk() => deeds.Array[1, 80].Sample(story =>
    {
        var hall = new Gathering();
        var people = Enumerable.Range(0, People).Select(i => $"p{i}").ToArray();
        foreach (var deed in story)
        {
            var who = people[deed.Who];
            var before = hall.Talk.All.ToDictionary(c => c.Id, c => (c.Closed, Members: c.Participants.Select(p => p.Avatar.Member).ToHashSet()));
            switch (deed)
            {
                case Deed.Time t:
                    hall.Wait(t.Passes);
                    break;
                case Deed.Goes:
                    hall.Room.Leave(who, hall.Now);
                    break;
                case Deed.Walks w when Find(hall, who) is { } avatar && Free(hall, w.X, w.Y):
                    hall.Walks(avatar, w.X / 32d, w.Y / 32d, w.Heading);
                    break;
                case Deed.Stops s when Find(hall, who) is { } avatar && Free(hall, s.X, s.Y):
                    hall.Stops(avatar, s.X / 32d, s.Y / 32d);
                    break;
                case Deed.Asks a when hall.Room.Find(who) is { } avatar:
                    Ask(hall, avatar, a, hall.Room.Find(people[a.Whom]) ?? avatar);
                    break;
            }
            Check(hall, before, deed);
        }
    }, iter: 3000);

    static bool Free(Gathering hall, int x, int y) => hall.Room.Plan.IsFree(new(x, y));

    static Avatar Find(Gathering hall, string who) => hall.Room.Find(who) ?? hall.Stands(who, 5, 5);

    static void Ask(Gathering hall, Avatar avatar, Deed.Asks asked, Avatar whom)
    {
        var id = hall.Talk.All.Count > 0 ? hall.Talk.All[asked.Whom % hall.Talk.All.Count].Id : 1;
        _ = asked.What switch
        {
            0 => hall.Talk.Close(avatar, true, hall.Now),
            1 => hall.Talk.Close(avatar, false, hall.Now),
            2 or 3 => hall.Talk.Knock(avatar, id, true, hall.Now),
            4 => avatar.Participation?.Conversation.Knocks is [var first, ..] ? hall.Talk.Answer(avatar, first, asked.Whom % 2 == 0, hall.Now) : TalkOutcome.Done,
            5 => hall.Talk.StepOut(avatar, hall.Now),
            6 => hall.Talk.Lead(avatar, true),
            7 => hall.Talk.Follow(avatar, true),
            8 => Available(),
            _ => hall.Talk.Remove(avatar, whom, hall.Now),
        };

        TalkOutcome Available()
        {
            hall.Talk.MakeAvailable(avatar, (Availability)(asked.Whom % 3), hall.Now);
            return TalkOutcome.Done;
        }
    }

    static void Check(Gathering hall, Dictionary<int, (bool Closed, HashSet<string> Members)> before, Deed deed)
    {
        var now = hall.Now;
        foreach (var avatar in hall.Room.Avatars)
        {
            var of = hall.Talk.All.Where(c => c.Participants.Any(p => p.Avatar == avatar)).ToList();
            Assert.True(of.Count <= 1, $"{avatar.Member} is in {of.Count} conversations");
            Assert.Same(of.FirstOrDefault(), avatar.Participation?.Conversation);
        }
        foreach (var conversation in hall.Talk.All)
        {
            var people = conversation.Participants;
            Assert.InRange(people.Count, conversation.Area is null ? 2 : 1, conversation.Most);
            Assert.All(people, p => Assert.Same(p.Avatar, hall.Room.Find(p.Avatar.Member)));
            Assert.All(people, p => Assert.True(p.With >= 0));
            Assert.True(conversation.Leader is null || people.Contains(conversation.Leader));
            var was = before.GetValueOrDefault(conversation.Id);
            foreach (var newcomer in people.Where(p => was.Members?.Contains(p.Avatar.Member) != true))
                Assert.True(!was.Closed || !conversation.Closed || newcomer.Why == JoinReason.LetIn, $"{newcomer.Avatar.Member} came in though it is closed");
            if (deed is not Deed.Time) continue;
            // whoever has just been looked at belongs there
            if (!conversation.Restless) Assert.Empty(conversation.Area is null ? Ring.Strays(conversation, hall.Room.Plan, now) : []);
        }
        hall.Talk.Forget();
    }
}
