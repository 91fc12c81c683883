using Klapphaus.Contracts;
using Klapphaus.Desktop.Text;

namespace Klapphaus.Desktop.Tests.Text;

/// <summary>The rules of a room as they are typed.</summary>
public sealed class RuleWordsTests
{
    static readonly DateTimeOffset now = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);

    static readonly PolicyView policy = new()
    {
        Enter = "visitor", Speak = "visitor", Camera = "visitor", Screen = "visitor", Write = "visitor", Knock = "visitor",
        SlowSeconds = 10, ShutFrom = 5, WaitingRoom = true, Hours = "Mo-Fr 08:00-18:00",
    };

    [Fact]
    public void OneRuleIsChangedAndTheOthersStay()
    {
        Assert.Equal(policy with { Write = "moderator" }, Changed("schreiben Moderation"));
        Assert.Equal(policy with { Enter = "guest" }, Changed("enter guest"));
        Assert.Equal(policy with { SlowSeconds = 30 }, Changed("pause 30"));
        Assert.Equal(policy with { SlowSeconds = 0 }, Changed("slow off"));
        Assert.Equal(policy with { WaitingRoom = false }, Changed("einlass aus"));
        Assert.Equal(policy with { ShutFrom = now.AddMinutes(5).ToUnixTimeMilliseconds() }, Changed("zu 5"));
        Assert.Equal(policy with { ShutFrom = now.ToUnixTimeMilliseconds() }, Changed("shut"));
        Assert.Equal(policy with { ShutFrom = 0 }, Changed("offen"));
    }

    [Theory]
    [InlineData("schreiben")]
    [InlineData("schreiben niemand")]
    [InlineData("tanzen alle")]
    [InlineData("pause viel")]
    [InlineData("pause -1")]
    [InlineData("pause 100000")]
    [InlineData("einlass")]
    [InlineData("offen 5")]
    [InlineData("")]
    public void WhatIsNoRuleChangesNothing(string typed) => Assert.Null(RuleWords.Read(typed, now));

    [Fact]
    public void EveryRightCanBeSetAndRead()
    {
        string[] typed = ["eintreten", "sprechen", "kamera", "bildschirm", "schreiben", "anklopfen"];
        Assert.Equal(OfficeErrands.Rights.Count, typed.Length);
        Assert.All(typed.Zip(OfficeErrands.Rights), each => Assert.Equal("host", RuleWords.RoleFor(Changed($"{each.First} standbetreuung")!, each.Second)));
    }

    static PolicyView? Changed(string typed) => RuleWords.Read(typed, now)?.Invoke(policy);
}
