using CsCheck;
using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>Who is at a stand, as the processes say that have the connections.</summary>
public class AttendanceTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly Attendance attendance = new();
    DateTimeOffset now = noon;

    [Fact]
    public void WhoIsNamedIsHereFirstComeFirst()
    {
        Assert.True(attendance.Say("one", new Dictionary<string, DateTimeOffset> { ["vera"] = noon, ["ada"] = noon - TimeSpan.FromMinutes(1) }, now));
        Assert.True(Says("two", "max"));
        Assert.Equal(["ada", "max", "vera"], attendance.Here);
        Assert.Equal(noon - TimeSpan.FromMinutes(1), attendance.SinceOf("ada"));
        Assert.False(Says("two", "max")); // said again, nothing is otherwise
    }

    [Fact]
    public void WhoIsNamedNoMoreIsAwayAndGoneAfterAWhile()
    {
        Says("one", "vera");
        Passes(TimeSpan.FromSeconds(1));
        Assert.True(Says("one"));
        Assert.Empty(attendance.Here);
        Assert.True(attendance.Knows("vera"));
        Assert.Equal(now + Attendance.Grace, attendance.NextDeadline);
        Assert.Empty(Passes(Attendance.Grace - TimeSpan.FromTicks(1)));
        Assert.Equal(["vera"], Passes(TimeSpan.FromTicks(1)));
        Assert.False(attendance.Knows("vera"));
    }

    [Fact]
    public void WhoComesBackByAnotherProcessHasNeverGone()
    {
        Says("one", "vera");
        Passes(TimeSpan.FromSeconds(5));
        Says("one");
        Passes(TimeSpan.FromSeconds(5));
        Assert.True(Says("two", "vera"));
        Assert.Equal(["vera"], attendance.Here);
        Assert.Equal(noon, attendance.SinceOf("vera"));
        Says("two", "vera");
        Assert.Empty(Passes(Attendance.Grace));
    }

    [Fact]
    public void WhoIsGoneFromOneProcessMayBeNamedByAnother()
    {
        Says("one", "bea");
        Assert.False(attendance.IsNamedElsewhere("one", "bea"));
        Assert.True(attendance.IsNamedElsewhere("two", "bea"));
        Says("two", "bea");
        Assert.True(attendance.IsNamedElsewhere("one", "bea"));
        Says("two");
        Assert.False(attendance.IsNamedElsewhere("one", "bea"));
        Says("two", "bea");
        attendance.Leave("bea");
        Assert.False(attendance.IsNamedElsewhere("one", "bea"));
    }

    [Fact]
    public void WhoIsAtTwoProcessesForAMomentIsHereOnce()
    {
        Says("one", "vera");
        Assert.False(Says("two", "vera"));
        Assert.False(Says("one"));
        Assert.Equal(["vera"], attendance.Here);
    }

    [Fact]
    public void AProcessThatIsSilentIsGoneWithAllWhomItNamed()
    {
        Says("one", "vera");
        Says("two", "max");
        Assert.Equal(now + Attendance.Silence, attendance.NextDeadline);
        Passes(Attendance.Silence - TimeSpan.FromSeconds(1));
        Says("two", "max");
        Passes(TimeSpan.FromSeconds(1));
        Assert.Equal(["max"], attendance.Here);
        Says("two", "max");
        Assert.Equal(["vera"], Passes(Attendance.Grace));
    }

    [Fact]
    public void WhoGoesByTheirOwnActIsNotWaitedFor()
    {
        Says("one", "vera", "max");
        Assert.True(attendance.Leave("vera"));
        Assert.False(attendance.Knows("vera"));
        Assert.False(attendance.Leave("vera"));
        Says("one", "max");
        Assert.Empty(Passes(Attendance.Grace));
    }

    [Fact]
    public void OneMoreIsNamedBesideTheOthers()
    {
        Says("one", "vera");
        Assert.True(attendance.Add("one", "max", now));
        Assert.False(attendance.Add("one", "max", now));
        Assert.True(attendance.Add("two", "ada", now));
        Assert.Equal(["ada", "max", "vera"], attendance.Here.Order());
    }

    [Fact]
    public void WithNobodyThereIsNothingToLookAt()
    {
        Says("one", "vera");
        Says("one");
        Passes(Attendance.Grace);
        Assert.Null(attendance.NextDeadline);
    }

    sealed record Deed(int Kind, int Process, int Member, int Seconds);

    static readonly Gen<Deed> deeds = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 6]).Select((kind, process, member, seconds) => new Deed(kind, process, member, seconds));

    [Fact]
    public void NobodyIsHereWhomNobodyNamesAndNobodyGoesWhoIsNamed() => deeds.Array[1, 60].Sample(story =>
    {
        var walk = new Attendance();
        var time = noon;
        var says = new Dictionary<string, (HashSet<string> Members, DateTimeOffset At)>();
        var lastNamed = new Dictionary<string, DateTimeOffset>();
        foreach (var (kind, process, member, seconds) in story)
        {
            time += TimeSpan.FromSeconds(seconds);
            var (one, who) = ($"p{process}", $"m{member}");
            var mine = says.TryGetValue(one, out var said) ? said.Members : [];
            IReadOnlyList<string> gone = [];
            switch (kind)
            {
                case < 4:
                    HashSet<string> next = kind < 2 ? [.. mine, who] : [.. mine.Where(m => m != who)];
                    walk.Say(one, next.ToDictionary(m => m, _ => time), time);
                    says[one] = (next, time);
                    break;
                case 4:
                    walk.Leave(who);
                    lastNamed.Remove(who);
                    foreach (var naming in says.Values) naming.Members.Remove(who);
                    break;
                default:
                    gone = walk.Expire(time).Gone;
                    foreach (var silent in says.Where(s => time - s.Value.At >= Attendance.Silence).Select(s => s.Key).ToList()) says.Remove(silent);
                    break;
            }
            var named = says.Values.SelectMany(s => s.Members).ToHashSet();
            Assert.Equal(named.Order(StringComparer.Ordinal), walk.Here.Order(StringComparer.Ordinal));
            foreach (var left in gone)
            {
                Assert.DoesNotContain(left, named);
                Assert.True(lastNamed[left] <= time); // was here once, and goes once
                lastNamed.Remove(left);
            }
            foreach (var here in named) lastNamed[here] = time;
        }
        walk.Expire(time + Attendance.Silence);
        walk.Expire(time + Attendance.Silence + Attendance.Grace);
        Assert.Empty(walk.Here);
        Assert.Null(walk.NextDeadline);
    }, iter: 1000);

    bool Says(string process, params string[] members) => attendance.Say(process, members.ToDictionary(m => m, _ => now), now);

    IReadOnlyList<string> Passes(TimeSpan span)
    {
        now += span;
        return attendance.Expire(now).Gone;
    }
}
