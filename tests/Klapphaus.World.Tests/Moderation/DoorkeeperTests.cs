using Klapphaus.World.Members;
using Klapphaus.World.Moderation;

namespace Klapphaus.World.Tests.Moderation;

/// <summary>Who may be in a room.</summary>
public class DoorkeeperTests
{
    static readonly DateTimeOffset noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    readonly Doorkeeper keeper = new();

    [Fact]
    public void EverybodyIsWelcomeUnlessSomethingElseIsSaid()
    {
        foreach (var role in Enum.GetValues<Role>()) Assert.Equal(Admission.Welcome, keeper.Judge("ada", role, noon));
    }

    [Fact]
    public void ABanHoldsUntilItsEndAndForNobodyElse()
    {
        keeper.Ban("eve", new("Lärm", noon, noon.AddHours(1), "mona"));
        Assert.Equal(Admission.Banned, keeper.Judge("eve", Role.Member, noon));
        Assert.Equal(Admission.Banned, keeper.Judge("eve", Role.Member, noon.AddMinutes(59)));
        Assert.Equal(Admission.Welcome, keeper.Judge("eve", Role.Member, noon.AddHours(1)));
        Assert.Equal(Admission.Welcome, keeper.Judge("ada", Role.Member, noon));
    }

    [Fact]
    public void ABanWithoutAnEndHoldsUntilItIsTakenBack()
    {
        keeper.Ban("eve", new("Lärm", noon, null, "mona"));
        Assert.Equal(Admission.Banned, keeper.Judge("eve", Role.Visitor, noon.AddYears(50)));
        Assert.True(keeper.Pardon("eve"));
        Assert.False(keeper.Pardon("eve"));
        Assert.Equal(Admission.Welcome, keeper.Judge("eve", Role.Visitor, noon));
    }

    [Fact]
    public void ARoomForMembersLetsInMembersAndThoseAbove()
    {
        keeper.Policy = new() { Enter = Role.Member };
        Assert.Equal(Admission.NotAllowed, keeper.Judge("vera", Role.Visitor, noon));
        Assert.Equal(Admission.NotAllowed, keeper.Judge("gus", Role.Guest, noon));
        Assert.Equal(Admission.Welcome, keeper.Judge("max", Role.Member, noon));
        Assert.Equal(Admission.Welcome, keeper.Judge("hanna", Role.Host, noon));
    }

    [Fact]
    public void AShutRoomLetsInModeratorsAlone()
    {
        keeper.Policy = new() { ShutFrom = noon };
        Assert.Equal(Admission.Welcome, keeper.Judge("max", Role.Host, noon.AddSeconds(-1)));
        Assert.Equal(Admission.Shut, keeper.Judge("max", Role.Host, noon));
        Assert.Equal(Admission.Welcome, keeper.Judge("mona", Role.Moderator, noon.AddDays(1)));
    }

    [Fact]
    public void AModeratorWhoIsBannedIsBanned()
    {
        keeper.Ban("mona", new("Missbrauch", noon, null, "olga"));
        Assert.Equal(Admission.Banned, keeper.Judge("mona", Role.Moderator, noon));
    }

    [Theory]
    [InlineData(Role.Moderator, Role.Visitor, true)]
    [InlineData(Role.Moderator, Role.Host, true)]
    [InlineData(Role.Moderator, Role.Moderator, false)]
    [InlineData(Role.Moderator, Role.Organiser, false)]
    [InlineData(Role.Organiser, Role.Moderator, true)]
    [InlineData(Role.Organiser, Role.Organiser, false)]
    [InlineData(Role.Host, Role.Visitor, false)]
    [InlineData(Role.Member, Role.Visitor, false)]
    public void NobodyModeratesTheirOwnRankOrAbove(Role by, Role whom, bool may) => Assert.Equal(may, Authority.MayModerate(by, whom));

    [Fact]
    public void RolesAreKnownByTheirNames()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.True(Roles.TryRead(Roles.Name(role), out var read));
            Assert.Equal(role, read);
        }
        Assert.False(Roles.TryRead("Organiser", out _));
        Assert.Equal(Role.Visitor, Roles.Of("root"));
        Assert.Equal(Role.Visitor, Roles.Of(null));
    }
}
