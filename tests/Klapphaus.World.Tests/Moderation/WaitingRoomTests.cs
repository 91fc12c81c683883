using Klapphaus.World.Members;
using Klapphaus.World.Moderation;

namespace Klapphaus.World.Tests.Moderation;

/// <summary>A room into which moderators let people in one by one.</summary>
public class WaitingRoomTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly Doorkeeper keeper = new() { Policy = new() { WaitingRoom = true } };

    [Fact]
    public void NobodyComesInWithoutBeingLetInButWhoKeepsOrder()
    {
        Assert.Equal(Admission.MustWait, keeper.Judge("ada", Role.Visitor, noon));
        Assert.Equal(Admission.MustWait, keeper.Judge("hanna", Role.Host, noon));
        Assert.Equal(Admission.Welcome, keeper.Judge("mona", Role.Moderator, noon));
        Ask("ada");
        Assert.Equal(Admission.MustWait, keeper.Judge("ada", Role.Visitor, noon));
        Assert.True(keeper.WaitingRoom.Admit("ada"));
        Assert.Equal(Admission.Welcome, keeper.Judge("ada", Role.Visitor, noon));
        Assert.Empty(keeper.WaitingRoom.All);
    }

    [Fact]
    public void WhoHasNotAskedIsNotLetIn()
    {
        Assert.False(keeper.WaitingRoom.Admit("ada"));
        Assert.Equal(Admission.MustWait, keeper.Judge("ada", Role.Visitor, noon));
    }

    [Fact]
    public void ThoseWhoAskStandInTheOrderOfAskingAndOnceEach()
    {
        Assert.True(Ask("ada"));
        Assert.True(Ask("bo"));
        Assert.True(keeper.WaitingRoom.Ask(new("ada", "Ada Berg", "Lörrach", Role.Member, true, noon.AddMinutes(5))));
        Assert.Equal(["ada", "bo"], keeper.WaitingRoom.All.Select(a => a.Member));
        Assert.Equal(("Ada Berg", noon), (keeper.WaitingRoom.Find("ada")!.Name, keeper.WaitingRoom.Find("ada")!.Since)); // as it is called now, in its place
        Assert.True(keeper.WaitingRoom.StopAsking("ada"));
        Assert.False(keeper.WaitingRoom.StopAsking("ada"));
        Assert.Equal(["bo"], keeper.WaitingRoom.All.Select(a => a.Member));
    }

    [Fact]
    public void NoMoreAskThanCanBeRead()
    {
        for (var i = 0; i < WaitingRoom.Most; i++) Assert.True(Ask($"m{i}"));
        Assert.False(Ask("late"));
        Assert.Null(keeper.WaitingRoom.Find("late"));
        Assert.True(Ask("m7")); // who asks already goes on
        keeper.WaitingRoom.StopAsking("m7");
        Assert.True(Ask("late"));
    }

    [Fact]
    public void WhoIsTakenOutAsksAgain()
    {
        keeper.WaitingRoom.Keep("ada");
        Assert.Equal(Admission.Welcome, keeper.Judge("ada", Role.Visitor, noon));
        keeper.WaitingRoom.Forget("ada");
        Assert.Equal(Admission.MustWait, keeper.Judge("ada", Role.Visitor, noon));
    }

    [Fact]
    public void BeingLetInHelpsNobodyWhoIsBannedOrOfTheWrongRoleOrTooLate()
    {
        keeper.WaitingRoom.Keep("ada");
        keeper.Policy = new() { WaitingRoom = true, Enter = Role.Member };
        Assert.Equal(Admission.NotAllowed, keeper.Judge("ada", Role.Guest, noon));
        keeper.Policy = new() { WaitingRoom = true, ShutFrom = noon };
        Assert.Equal(Admission.Shut, keeper.Judge("ada", Role.Member, noon));
        keeper.Ban("ada", new("Lärm", noon, null, "mona"));
        Assert.Equal(Admission.Banned, keeper.Judge("ada", Role.Member, noon));
    }

    [Fact]
    public void WhoAskedIsTheFirstWhenItIsDissolved()
    {
        Ask("ada");
        Ask("bo");
        keeper.WaitingRoom.Keep("cem");
        Assert.Equal(["ada", "bo"], keeper.WaitingRoom.Dissolve().Select(a => a.Member));
        Assert.Empty(keeper.WaitingRoom.All);
        Assert.Equal(Admission.MustWait, keeper.Judge("cem", Role.Visitor, noon)); // if it is put up again
    }

    [Fact]
    public void WhoAsksAgainAndAgainIsHeardOfOnceAMinute()
    {
        Assert.True(keeper.WaitingRoom.IsNews("ada", noon));
        Assert.False(keeper.WaitingRoom.IsNews("ada", noon.AddSeconds(59)));
        Assert.True(keeper.WaitingRoom.IsNews("bo", noon.AddSeconds(59)));
        Assert.True(keeper.WaitingRoom.IsNews("ada", noon.AddSeconds(60)));
    }

    bool Ask(string member) => keeper.WaitingRoom.Ask(new(member, member, "", Role.Visitor, false, noon));
}
