using Klapphaus.Grains.Stands;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>What the vocabulary keeps, and when it says that it has.</summary>
public class VocabularyGrainTests(HouseCluster house)
{
    static readonly StandCaller olga = new("olga", "Olga", Roles.Organiser, []);

    /// <summary>One of its own, so that tests do not meet in it.</summary>
    IVocabularyGrain New() => house.Grains.GetGrain<IVocabularyGrain>($"test-{Guid.NewGuid():N}");

    static WordDraft Challenge(string german) => new() { Kind = WordKind.Challenge, German = german };

    [Fact]
    public async Task WhatCannotBeStoredHasNotHappened()
    {
        var vocabulary = New();
        var vacancy = (await vocabulary.Add(olga, Challenge("Leerstand"))).Word!;
        var known = (await vocabulary.Words(0))!;
        using (ReluctantStorage.Refuse(vocabulary))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => vocabulary.Add(olga, Challenge("Lärm")));
            await Assert.ThrowsAnyAsync<Exception>(() => vocabulary.Remove(olga, vacancy.Id));
        }
        var words = (await vocabulary.Words(0))!;
        Assert.Equal(["leerstand"], words.Words.Select(w => w.Id));
        Assert.Equal(known.Words, words.Words.Select(w => w with { Answers = known.Words[0].Answers, ProposedBy = known.Words[0].ProposedBy }));
        Assert.Equal(ErrorCode.None, (await vocabulary.Add(olga, Challenge("Lärm"))).Error);
    }

    [Fact]
    public async Task ItIsToldOnceAndAnewAfterEachChange()
    {
        var vocabulary = New();
        var empty = (await vocabulary.Words(0))!;
        Assert.Empty(empty.Words);
        Assert.Null(await vocabulary.Words(empty.Version));
        var vacancy = (await vocabulary.Add(olga, Challenge("Leerstand"))).Word!;
        var one = (await vocabulary.Words(empty.Version))!;
        Assert.True(one.Words[0].Accepted);
        await vocabulary.Add(olga, new() { Kind = WordKind.Solution, German = "Laden auf Zeit", Answers = [vacancy.Id] });
        var two = (await vocabulary.Words(one.Version))!.ToVocabulary();
        Assert.Equal(["Leerstand"], two.ChallengesOf(two.Find("laden-auf-zeit")).Select(w => w.German));
        // added again, it says more
        var more = (await vocabulary.Add(olga, new() { Kind = WordKind.Solution, German = "laden auf zeit", English = "Pop-up shop", Answers = [(await vocabulary.Add(olga, Challenge("Lärm"))).Word!.Id] })).Word!;
        Assert.Equal(("laden-auf-zeit", "Pop-up shop", 2), (more.Id, more.English, more.Answers.Length));
        Assert.Equal(ErrorCode.None, await vocabulary.Remove(olga, vacancy.Id));
        Assert.Equal(ErrorCode.None, await vocabulary.Remove(olga, "laerm"));
        Assert.Equal(["laden-auf-zeit"], (await vocabulary.Words(one.Version))!.Words.Select(w => w.Id));
    }

    [Fact]
    public async Task OnlyOrganisersOfTheHouseChangeIt()
    {
        var vocabulary = New();
        foreach (var who in new[] { new StandCaller("mona", "Mona", Roles.Moderator, []), new StandCaller("oda", "Oda", Roles.Organiser, ["halle"]) })
        {
            Assert.Equal(ErrorCode.OrganisersOnly, (await vocabulary.Add(who, Challenge("Leerstand"))).Error);
            Assert.Equal(ErrorCode.OrganisersOnly, await vocabulary.Remove(who, "leerstand"));
        }
        Assert.Empty((await vocabulary.Words(0))!.Words);
    }
}
