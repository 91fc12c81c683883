using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>Who may do what at a stand: each person, each act, in each state of the stand.</summary>
public class StandAuthorityTests
{
    static readonly Takedown takedown = new("Werbung", "mona", new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    static readonly StandTeam team = new()
    {
        Owner = "owner",
        Hosts = new Dictionary<string, HostRights>
        {
            ["editor"] = HostRights.Edit, ["staff"] = HostRights.Staff, ["enquirer"] = HostRights.Enquiries, ["all"] = HostRights.All,
        },
    };

    static readonly StandShowing draft = new();
    static readonly StandShowing open = new() { IsPublished = true };
    static readonly StandShowing offline = open.TakeDown(takedown);

    /// <summary>x may, - may not, in the order of the acts; first what can be seen of a draft, of an open stand and of one that is offline.</summary>
    const string Table = """
                         draft open offline SeeTakenDown Edit Publish Staff ReadEnquiries SeeFigures NameHosts GiveAway TakeDown PutBack
        visitor            -    x      -         -         -     -      -         -           -          -         -        -        -
        guest              -    x      -         -         -     -      -         -           -          -         -        -        -
        member             -    x      -         -         -     -      -         -           -          -         -        -        -
        host               -    x      -         -         -     -      -         -           -          -         -        -        -
        moderator          -    x      x         x         -     -      -         -           -          -         -        x        x
        organiser          -    x      x         x         -     -      -         -           -          x         x        x        x
        guest/editor       x    x      x         x         x     x      -         -           x          -         -        -        -
        host/staff         x    x      x         x         -     -      x         -           x          -         -        -        -
        host/enquirer      x    x      x         x         -     -      -         x           x          -         -        -        -
        member/all         x    x      x         x         x     x      x         x           x          -         -        -        -
        guest/owner        x    x      x         x         x     x      x         x           x          x         x        -        -
        host/owner         x    x      x         x         x     x      x         x           x          x         x        -        -
        visitor/owner      -    x      -         -         -     -      -         -           -          -         -        -        -
        visitor/all        -    x      -         -         -     -      -         -           -          -         -        -        -
        moderator/staff    x    x      x         x         -     -      x         -           x          -         -        x        -
        moderator/owner    x    x      x         x         x     x      x         x           x          x         x        x        -
        organiser/editor   x    x      x         x         x     x      -         -           x          x         x        x        x
        organiser/owner    x    x      x         x         x     x      x         x           x          x         x        x        x
        """;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var lines = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var cases = new TheoryData<string, string>();
            foreach (var line in lines.Skip(1))
                for (var i = 1; i < line.Length; i++) cases.Add(line[0], $"{lines[0][i - 1]} {line[i]}");
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void EachMayDoWhatTheTableSays(string who, string what)
    {
        var person = who.Split('/');
        var (act, expected) = (what.Split(' ')[0], what.Split(' ')[1] == "x");
        Assert.True(Roles.TryRead(person[0], out var role));
        var member = person.Length > 1 ? person[1] : "somebody";
        var may = act switch
        {
            "draft" => StandAuthority.May(StandAct.See, member, role, team, draft),
            "open" => StandAuthority.May(StandAct.See, member, role, team, open),
            "offline" => StandAuthority.May(StandAct.See, member, role, team, offline),
            _ => StandAuthority.May(Enum.Parse<StandAct>(act), member, role, team, open),
        };
        Assert.Equal(expected, may);
    }

    [Fact]
    public void TheTableHasEachAct() =>
        Assert.Equal(Enum.GetNames<StandAct>().Where(act => act != nameof(StandAct.See)).Order(),
            Table.Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(3).Order());

    [Fact]
    public void WhetherItCanBeSeenChangesNothingOfWhatMayBeDone() => ForEach((act, member, role) =>
    {
        if (act == StandAct.See) return;
        Assert.Equal(StandAuthority.May(act, member, role, team, open), StandAuthority.May(act, member, role, team, draft));
        Assert.Equal(StandAuthority.May(act, member, role, team, open), StandAuthority.May(act, member, role, team, offline));
    });

    [Fact]
    public void ARoleAboveNeverMayLess() => ForEach((act, member, role) =>
    {
        if (role == Role.Organiser || act == StandAct.PutBack) return; // who is of the team puts nothing back but as an organiser
        foreach (var showing in new[] { draft, open, offline })
        {
            if (StandAuthority.May(act, member, role, team, showing))
                Assert.True(StandAuthority.May(act, member, role + 1, team, showing), $"{member} as {role + 1}: {act}");
        }
    });

    [Fact]
    public void NobodyOutsideTheTeamEditsOrReadsWhatVisitorsLeft()
    {
        foreach (var role in Enum.GetValues<Role>())
            foreach (var act in new[] { StandAct.Edit, StandAct.Publish, StandAct.Staff, StandAct.ReadEnquiries, StandAct.SeeFigures })
                Assert.False(StandAuthority.May(act, "somebody", role, team, open), $"{role}: {act}");
    }

    [Fact]
    public void ADraftThatIsOfflineIsSeenByWhoTookItOffline()
    {
        var hidden = draft.TakeDown(takedown);
        Assert.True(StandAuthority.May(StandAct.See, "mona", Role.Moderator, team, hidden));
        Assert.False(StandAuthority.May(StandAct.See, "somebody", Role.Host, team, hidden));
        Assert.False(StandAuthority.May(StandAct.See, "mona", Role.Moderator, team, hidden.PutBack()));
    }

    [Fact]
    public void AMaterialThatIsOfflineIsSeenByTheTeamAndModeratorsAlone()
    {
        var showing = open.TakeDown("m1", takedown);
        bool Sees(string material, string member, Role role, StandShowing now) => StandAuthority.MaySee(material, member, role, team, now);

        Assert.False(Sees("m1", "vera", Role.Member, showing));
        Assert.True(Sees("m2", "vera", Role.Member, showing));
        Assert.True(Sees("m1", "staff", Role.Guest, showing));
        Assert.True(Sees("m1", "mona", Role.Moderator, showing));
        Assert.True(Sees("m1", "vera", Role.Member, showing.PutBack("m1")));
        Assert.False(Sees("m2", "vera", Role.Member, showing with { IsPublished = false }));
        Assert.False(Sees("m1", "mona", Role.Moderator, showing with { IsPublished = false })); // a draft is the team's own matter
    }

    [Fact]
    public void WhatIsOfflineStaysSoForTheFirstReasonWhateverTheTeamDoes()
    {
        var later = takedown with { Reason = "Noch einmal" };
        Assert.Equal(takedown, offline.TakeDown(later).TakenDown);
        Assert.Equal(takedown, open.TakeDown("m1", takedown).TakeDown("m1", later).Materials["m1"]);
        Assert.False((offline with { IsPublished = true }).IsOpen);
        Assert.True(offline.PutBack().IsOpen);
        Assert.Same(open, open.PutBack("m1"));
    }

    [Fact]
    public void AStandWithoutAnOwnerBelongsToNobody()
    {
        var nobodys = new StandTeam();
        Assert.False(nobodys.Has(""));
        Assert.False(StandAuthority.May(StandAct.Edit, "", Role.Member, nobodys, open));
        Assert.Empty(nobodys.AllWith(HostRights.Staff));
    }

    [Fact]
    public void HostsAreNamedWithRightsOfTheirOwn()
    {
        var named = team.Name("neu", HostRights.Staff | HostRights.Enquiries)!;
        Assert.Equal(HostRights.Staff | HostRights.Enquiries, named.RightsOf("neu"));
        Assert.Equal(["owner", "staff", "all", "neu"], named.AllWith(HostRights.Staff));
        Assert.False(named.Name("neu", HostRights.None)!.Has("neu"));
        Assert.False(named.Name("neu", (HostRights)8)!.Has("neu"));
        Assert.Equal(HostRights.All, named.Name("neu", (HostRights)255)!.RightsOf("neu"));
        Assert.Null(team.Name("owner", HostRights.Staff));
        Assert.Equal(HostRights.None, team.RightsOf("neu")); // what it was stays as it was
    }

    [Fact]
    public void ATeamHasItsLimit()
    {
        var full = new StandTeam { Owner = "owner" };
        for (var i = 0; i < StandTeam.MostHosts; i++) full = full.Name($"h{i}", HostRights.Edit)!;
        Assert.Null(full.Name("more", HostRights.Edit));
        Assert.Equal(HostRights.Staff, full.Name("h0", HostRights.Staff)!.RightsOf("h0"));
        Assert.NotNull(full.Name("h0", HostRights.None)!.Name("more", HostRights.Edit));
    }

    [Fact]
    public void WhoGivesAStandAwayIsNotOfItsTeam()
    {
        var given = team.GiveTo("editor");
        Assert.Equal(("editor", HostRights.All), (given.Owner, given.RightsOf("editor")));
        Assert.False(given.Has("owner"));
        Assert.False(given.Hosts.ContainsKey("editor"));
    }

    static void ForEach(Action<StandAct, string, Role> look)
    {
        foreach (var act in Enum.GetValues<StandAct>())
            foreach (var member in new[] { "owner", "editor", "staff", "enquirer", "all", "somebody" })
                foreach (var role in Enum.GetValues<Role>()) look(act, member, role);
    }
}
