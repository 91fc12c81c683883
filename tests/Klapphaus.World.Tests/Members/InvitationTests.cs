using CsCheck;
using Klapphaus.World.Members;

namespace Klapphaus.World.Tests.Members;

/// <summary>Who comes in by an invitation, and what it makes of them.</summary>
public class InvitationTests
{
    static readonly DateTimeOffset noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    static readonly Invitation open = new() { Id = "i1", Expires = noon + TimeSpan.FromHours(1) };

    [Fact]
    public void ItLetsInUntilItsTimeIsOver()
    {
        Assert.Equal(InvitationOutcome.Granted, open.Try("ada", noon));
        Assert.Equal(InvitationOutcome.Granted, open.Try("ada", open.Expires - TimeSpan.FromTicks(1)));
        Assert.Equal(InvitationOutcome.Expired, open.Try("ada", open.Expires));
    }

    [Fact]
    public void WhoComesAgainCostsNoUse()
    {
        var twice = open with { MostUses = 2, UsedBy = ["ada", "bo"] };
        Assert.Equal(InvitationOutcome.Granted, twice.Try("ada", noon));
        Assert.Equal(InvitationOutcome.UsedUp, twice.Try("cem", noon));
        Assert.Equal(InvitationOutcome.UsedUp, twice.StateAt(noon));
        Assert.Equal(InvitationOutcome.Granted, (twice with { MostUses = 3 }).StateAt(noon));
    }

    [Fact]
    public void WithoutANumberOfUsesItLetsInAnyNumber() =>
        Assert.Equal(InvitationOutcome.Granted, (open with { UsedBy = [.. Enumerable.Range(0, 5000).Select(i => $"m{i}")] }).Try("ada", noon));

    [Fact]
    public void OnceTakenBackItLetsInNobodyNotEvenWhoCameByIt() =>
        Assert.Equal(InvitationOutcome.Revoked, (open with { IsRevoked = true, UsedBy = ["ada"] }).Try("ada", noon));

    [Fact]
    public void APersonalOneLetsInItsOwnMemberAsOftenAsTheyLikeAndNobodyElse()
    {
        var personal = open with { IsPersonal = true, MostUses = 1, UsedBy = ["gi1"] };
        Assert.Equal("gi1", personal.OwnMember);
        Assert.Equal(InvitationOutcome.Granted, personal.Try("gi1", noon));
        Assert.Equal(InvitationOutcome.Granted, personal.StateAt(noon));
        Assert.Equal(InvitationOutcome.UsedUp, personal.Try("ada", noon));
        Assert.Equal(InvitationOutcome.Expired, personal.Try("gi1", personal.Expires));
        Assert.Null(open.OwnMember);
    }

    [Theory]
    [InlineData(Role.Visitor)]
    [InlineData(Role.Member)]
    [InlineData(Role.Moderator)]
    public void OnlyAnOrganiserIssuesOne(Role issuer) => Assert.Equal(InvitationFault.Issuer, open.FaultOfIssue(issuer, noon));

    [Fact]
    public void ItEndsAfterItBeginsAndWithinAYear()
    {
        Assert.Equal(InvitationFault.None, open.FaultOfIssue(Role.Organiser, noon));
        Assert.Equal(InvitationFault.Expiry, open.FaultOfIssue(Role.Organiser, open.Expires));
        Assert.Equal(InvitationFault.None, (open with { Expires = noon + Invitation.Longest }).FaultOfIssue(Role.Organiser, noon));
        Assert.Equal(InvitationFault.Expiry, (open with { Expires = noon + Invitation.Longest + TimeSpan.FromTicks(1) }).FaultOfIssue(Role.Organiser, noon));
    }

    [Theory]
    [InlineData(-1, InvitationFault.Uses)]
    [InlineData(0, InvitationFault.None)]
    [InlineData(Invitation.LargestUses, InvitationFault.None)]
    [InlineData(Invitation.LargestUses + 1, InvitationFault.Uses)]
    public void ItsUsesAreANumberThatAHouseNeeds(int uses, InvitationFault expected) =>
        Assert.Equal(expected, (open with { MostUses = uses }).FaultOfIssue(Role.Organiser, noon));

    [Fact]
    public void AHigherRoleOrAnotherRoomIsMoreAndALowerRoleIsNot()
    {
        Assert.True(open.GivesMoreThan(Role.Visitor, []));
        Assert.False(open.GivesMoreThan(Role.Guest, []));
        Assert.True(open.GivesMoreThan(Role.Guest, ["halle"]));
        Assert.False(open.GivesMoreThan(Role.Member, ["halle"]));
        var hall = open with { Rooms = ["halle"] };
        Assert.False(hall.GivesMoreThan(Role.Guest, []));
        Assert.False(hall.GivesMoreThan(Role.Guest, ["foyer", "halle"]));
        Assert.True(hall.GivesMoreThan(Role.Guest, ["foyer"]));
    }

    [Fact]
    public void WithTheSameRoleRoomsAddUp()
    {
        Assert.Equal(["foyer", "halle"], (open with { Rooms = ["halle"] }).RoomsFor(Role.Guest, ["foyer"]));
        Assert.Empty(open.RoomsFor(Role.Guest, ["foyer"]));
    }

    [Fact]
    public void AHigherRoleHoldsOnlyInTheRoomsThatWereMeant() =>
        Assert.Equal(["halle"], (open with { Role = Role.Host, Rooms = ["halle"] }).RoomsFor(Role.Visitor, []));

    [Fact]
    public void HoweverManyComeNeverMoreAreLetInThanMay() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 9].Array[1, 40]).Sample((most, comers) =>
        {
            var invitation = open with { MostUses = most };
            foreach (var member in comers.Select(c => $"m{c}"))
            {
                var known = invitation.UsedBy.Contains(member);
                if (invitation.Try(member, noon) == InvitationOutcome.Granted) invitation = invitation with { UsedBy = [.. invitation.UsedBy.Union([member])] };
                else Assert.False(known);
            }
            Assert.Equal(Math.Min(most, comers.Distinct().Count()), invitation.UsedBy.Count);
        });
}
