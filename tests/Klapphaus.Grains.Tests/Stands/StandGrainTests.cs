using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>What a stand keeps, and when it says that it has.</summary>
public class StandGrainTests(HouseCluster house)
{
    static readonly StandCaller olga = new("olga", "Olga", Roles.Organiser, []);
    static readonly StandCaller bea = new("bea", "Bea", Roles.Host, []);
    static readonly StandCaller tom = new("tom", "Tom", Roles.Host, []);

    IStandBookGrain Book => house.Grains.GetGrain<IStandBookGrain>(IStandBookGrain.TheBook);

    static InvitationState Invitation(bool owner = false, HostRights rights = HostRights.None, DateTimeOffset? issued = null) => new()
    {
        Id = "i",
        Label = "Stand",
        Role = Roles.Host,
        Issued = issued ?? TimeProvider.System.GetUtcNow(),
        Expires = DateTimeOffset.MaxValue,
        StandOwner = owner,
        StandRights = rights,
    };

    static FieldEdit Write(string field, long revision, string text) => new() { Field = field, Revision = revision, Value = new() { Text = text } };

    static FieldEdit Material(string id) => new() { Field = $"materials/{id}", Revision = 0, Value = new() { Text = "Leitfaden", Link = "https://soest.example/", Language = "de" } };

    /// <summary>Bea's stand at a place of its own.</summary>
    async Task<IStandGrain> OpenAsync()
    {
        var stand = house.Grains.GetGrain<IStandGrain>($"s{Guid.NewGuid():N}");
        Assert.Equal(ErrorCode.None, await stand.Create(olga, new("halle", $"stand-{Guid.NewGuid():N}")));
        Assert.Equal(ErrorCode.None, await stand.Join("bea", "Bea", Invitation(owner: true)));
        return stand;
    }

    async Task<StandSummary> InTheBookAsync(IStandGrain stand) => Assert.Single((await Book.Stands(0))!.Stands, s => s.Id == stand.GetPrimaryKeyString());

    [Fact]
    public async Task WhatCannotBeStoredHasNotHappened()
    {
        var stand = await OpenAsync();
        await stand.Edit(bea, [Write("name", 0, "Stadt Soest")]);
        using (ReluctantStorage.Refuse(stand))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => stand.Edit(bea, [Write("name", 1, "Soest")]));
            await Assert.ThrowsAnyAsync<Exception>(() => stand.NameHost(bea, "tom", "Tom", HostRights.Edit));
            Assert.Equal("Stadt Soest", (await stand.Draft(bea)).Fields["name"].Value!.Text);
        }
        var draft = await stand.Draft(bea);
        Assert.Equal((1, "Stadt Soest"), ((int)draft.Fields["name"].Revision, draft.Fields["name"].Value!.Text));
        Assert.Equal(["bea"], draft.Team.Keys);
        Assert.Single(draft.History);
        Assert.Equal(EditVerdict.Taken, (await stand.Edit(bea, [Write("name", 1, "Soest")])).Results[0].Verdict);
        Assert.Equal("Soest", (await InTheBookAsync(stand)).Name);
    }

    [Fact]
    public async Task WhatTheBookDoesNotTakeIsStoredAllTheSameAndToldSoonWithoutAnotherEdit()
    {
        var stand = await OpenAsync();
        using (ReluctantStorage.Refuse(Book))
        {
            Assert.Equal(EditVerdict.Taken, (await stand.Edit(bea, [Write("name", 0, "Stadt Soest")])).Results[0].Verdict);
            Assert.Equal("", (await InTheBookAsync(stand)).Name);
        }
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await InTheBookAsync(stand)).Name != "Stadt Soest") await timer.WaitForNextTickAsync(limit.Token);
    }

    [Fact]
    public async Task EachEditOfManyIsTakenByItself()
    {
        var stand = await OpenAsync();
        var answers = await stand.Edit(bea, [Write("name", 0, "Stadt Soest"), Write("name", 0, "Soest"), Write("nichts", 0, "x"), Write("line", 0, "Läden"), Write("line", 2, "Läden auf Zeit")]);
        Assert.Equal([EditVerdict.Taken, EditVerdict.Outdated, EditVerdict.Unusable, EditVerdict.Taken, EditVerdict.Taken], answers.Results.Select(r => r.Verdict));
        Assert.Equal(["name", "name", "nichts", "line", "line"], answers.Results.Select(r => r.Field));
    }

    [Fact]
    public async Task TheBookKnowsWhatIsSeenFromAfar()
    {
        var stand = await OpenAsync();
        await stand.Edit(bea, [Write("name", 0, "Stadt Soest"), Write("line", 0, "Läden"), Write("topics/t1", 0, "Leerstand")]);
        await stand.NameHost(bea, "tom", "Tom", HostRights.Staff);
        await stand.Publish(bea, true);
        var known = await InTheBookAsync(stand);
        Assert.Equal(("Stadt Soest", "Läden", true, false, "bea"), (known.Name, known.Line, known.Published, known.Down, known.Owner));
        Assert.Equal(["Leerstand"], known.Topics);
        Assert.Equal(["bea", "tom"], known.Team);
        Assert.Equal(["bea", "tom"], known.Staff);
        var before = await VersionAsync();
        await stand.NameHost(bea, "tom", "Tom", HostRights.Staff); // as he is already
        Assert.Null(await Book.Stands(before));
        await stand.TakeDown(olga, "Prüfung", "");
        Assert.NotNull(await Book.Stands(before));
        Assert.True((await InTheBookAsync(stand)).Down);
    }

    [Fact]
    public async Task ThatAStandShowsSomethingElseIsToldAndNotStored()
    {
        var stand = await OpenAsync();
        await stand.Edit(bea, [Write("name", 0, "Stadt Soest"), Material("a1")]);
        var (before, known) = (await VersionAsync(), await InTheBookAsync(stand));
        using (ReluctantStorage.Refuse(Book))
        {
            await stand.Edit(bea, [Write("text", 0, "Ausführlich")]);
            Assert.NotNull(await Book.Stands(before));
            var heard = await InTheBookAsync(stand);
            Assert.Equal((known.Revision + 1, true, false), (heard.Revision, heard.LooksLike(known), heard.IsSameAs(known)));
        }
        await stand.TakeDown(olga, "Kein Bildrecht", "a1");
        Assert.Equal(["a1"], (await InTheBookAsync(stand)).DownMaterials);
        await stand.PutBack(olga, "a1");
        Assert.Empty((await InTheBookAsync(stand)).DownMaterials);
    }

    [Fact]
    public async Task TwoStandsDoNotShareAPlace()
    {
        var place = new StandPlace("halle", $"stand-{Guid.NewGuid():N}");
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => house.Grains.GetGrain<IStandGrain>($"s{Guid.NewGuid():N}").Create(olga, place)));
        Assert.Single(results, e => e == ErrorCode.None);
        Assert.Equal(4, results.Count(e => e == ErrorCode.StandPlaceTaken));
        Assert.Single((await Book.Stands(0))!.Stands, s => s.Area == place.Area);
        Assert.Equal(ErrorCode.OrganisersOnly, await house.Grains.GetGrain<IStandGrain>($"s{Guid.NewGuid():N}").Create(bea, new("halle", "x")));
    }

    [Fact]
    public async Task WhoWasTakenOutDoesNotComeBackByWhatWasIssuedBefore()
    {
        var stand = await OpenAsync();
        var early = Invitation(rights: HostRights.Edit, issued: TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(1));
        Assert.Equal(ErrorCode.None, await stand.Join("tom", "Tom", early));
        Assert.Equal(ErrorCode.None, await stand.Join("tom", "Tom", Invitation(rights: HostRights.Staff)));
        Assert.Equal(HostRights.Edit | HostRights.Staff, (await stand.Draft(tom)).Team["tom"].Rights);
        Assert.Equal(ErrorCode.None, await stand.NameHost(bea, "tom", "", HostRights.None));
        Assert.Equal(ErrorCode.InvitationRevoked, await stand.Join("tom", "Tom", early));
        Assert.Equal(ErrorCode.StandUnknown, (await stand.Draft(tom)).Error);
        Assert.Equal(ErrorCode.None, await stand.Join("tom", "Tom", Invitation(rights: HostRights.Edit, issued: TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1))));
        Assert.Equal(HostRights.Edit, (await stand.Draft(tom)).Team["tom"].Rights);
    }

    [Fact]
    public async Task WhoIsErasedIsNoOwnerAndHasWrittenNothing()
    {
        var stand = await OpenAsync();
        await stand.NameHost(bea, "tom", "Tom", HostRights.Edit);
        await stand.Edit(bea, [Write("name", 0, "Stadt Soest")]);
        await stand.Edit(tom, [Write("name", 1, "Soest")]);
        await stand.Erase("bea");
        var draft = await stand.Draft(tom);
        Assert.Equal(("", "tom"), (draft.Owner, Assert.Single(draft.Team.Keys)));
        Assert.Equal([("", "-"), ("-", "tom")], draft.History.Select(c => (c.Before.By, c.After.By)));
        Assert.Equal(("", "tom"), await InTheBookAsync(stand) is var known ? (known.Owner, Assert.Single(known.Team)) : default);
        Assert.Equal(ErrorCode.StandUnknown, (await stand.Read(bea)).Error);
    }

    [Fact]
    public async Task WhatIsNoStandTakesNothing()
    {
        var stand = house.Grains.GetGrain<IStandGrain>($"s{Guid.NewGuid():N}");
        Assert.Equal(ErrorCode.StandUnknown, (await stand.Read(olga)).Error);
        Assert.Equal(ErrorCode.StandUnknown, (await stand.Edit(olga, [])).Error);
        Assert.Equal(ErrorCode.StandUnknown, await stand.Join("bea", "Bea", Invitation(owner: true)));
        Assert.Equal(ErrorCode.StandUnknown, await stand.TakeDown(olga, "x", ""));
        await stand.Erase("bea");
    }

    async Task<long> VersionAsync() => (await Book.Stands(0))!.Version;
}
