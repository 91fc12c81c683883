using Klapphaus.World.Stands;

namespace Klapphaus.World.Tests.Stands;

/// <summary>The network's words for what towns struggle with and what helps, and what leads from the one to the other.</summary>
public class VocabularyTests
{
    readonly Dictionary<string, Word> stored = [];

    Vocabulary Words => new(stored);

    Word Challenge(string german, string english = "") => Accepted(new(WordKind.Challenge, german, english, []));

    Word Solution(string german, params string[] answers) => Accepted(new(WordKind.Solution, german, "", answers));

    Word Accepted(WordProposal proposal)
    {
        var word = Propose(proposal, "netz", true).Word!;
        Assert.True(Words.Accept(word.Id));
        return stored[word.Id];
    }

    WordAnswer Propose(WordProposal proposal, string stand, bool nonetheless = false) => Words.Propose(proposal, stand, nonetheless);

    static WordProposal New(string german, string english = "") => new(WordKind.Challenge, german, english, []);

    [Fact]
    public void ANewWordIsSeenByItsStandAtOnceAndByOthersWhenItIsAccepted()
    {
        var answer = Propose(New("Leerstand im Zentrum", "Vacancy downtown"), "altenburg");
        Assert.Equal((WordOutcome.Done, "leerstand-im-zentrum"), (answer.Outcome, answer.Word!.Id));
        Assert.Single(Words.All(WordKind.Challenge, "altenburg"));
        Assert.Empty(Words.All(WordKind.Challenge, "gera"));
        Assert.Empty(Words.All(WordKind.Solution, "altenburg"));
        Assert.Equal(answer.Word, Assert.Single(Words.Waiting));
        Assert.True(Words.Accept(answer.Word.Id));
        Assert.Single(Words.All(WordKind.Challenge, "gera"));
        Assert.Empty(Words.Waiting);
        Assert.False(Words.Accept("unbekannt"));
    }

    [Fact]
    public void SimilarWordsAreShownBeforeThereIsADouble()
    {
        var known = Challenge("Leerstand", "Vacancy");
        var answer = Propose(New("Leerstände"), "gera");
        Assert.Equal(WordOutcome.Similar, answer.Outcome);
        Assert.Null(answer.Word);
        Assert.Equal([known], answer.Similar);
        Assert.Equal(WordOutcome.Done, Propose(New("Leerstände"), "gera", nonetheless: true).Outcome);
        Assert.Equal([known], Words.SimilarTo("Vacancys", WordKind.Challenge, "altenburg"));
    }

    [Fact]
    public void WhatIsThereAlreadyIsUsed()
    {
        var known = Challenge("Leerstände");
        var answer = Propose(New(" LEERSTAENDE"), "gera", nonetheless: true);
        Assert.Equal((WordOutcome.Exists, known), (answer.Outcome, answer.Word));
        Assert.Single(stored);
    }

    [Fact]
    public void WhoProposesWhatAnotherHasProposedGetsTheSameWord()
    {
        var first = Propose(New("Nachtleben"), "altenburg").Word!;
        Assert.Equal(WordOutcome.Exists, Propose(New("nachtleben"), "gera").Outcome);
        Assert.Equal(first.Id, Assert.Single(Words.All(WordKind.Challenge, "gera")).Id);
        Assert.Empty(Words.All(WordKind.Challenge, "jena"));
    }

    [Fact]
    public void OthersWordsAreNotPointedOutBeforeTheyAreAccepted()
    {
        Propose(New("Nachtleben"), "altenburg");
        Assert.Equal(WordOutcome.Done, Propose(New("Nachtlebens"), "gera").Outcome);
    }

    [Fact]
    public void TwoWordsThatMeanTheSameBecomeOne()
    {
        var (kept, merged) = (Challenge("Leerstand"), Propose(New("Ladensterben"), "gera").Word!);
        var third = Propose(New("Geisterstadt"), "jena").Word!;
        Assert.True(Words.Merge(third.Id, merged.Id));
        Assert.True(Words.Merge(merged.Id, kept.Id));
        Assert.Equal(kept.Id, Words.Find(merged.Id)!.Id);
        Assert.Equal(kept.Id, Words.Find(third.Id)!.Id);
        Assert.Equal(kept.Id, Assert.Single(Words.All(WordKind.Challenge, "gera")).Id);
        Assert.Equal(kept.Id, Propose(New("Ladensterben"), "gera").Word!.Id);
        Assert.Empty(Words.Waiting);
        Assert.False(Words.Merge(kept.Id, merged.Id));
        Assert.False(Words.Merge(kept.Id, kept.Id));
        Assert.False(Words.Merge(kept.Id, Solution("Anderes").Id));
        Assert.False(Words.Refuse(merged.Id)); // stands still have it
    }

    [Fact]
    public void OnlyWhatWasProposedIsRefused()
    {
        var (known, proposed) = (Challenge("Leerstand"), Propose(New("Nachtleben"), "gera").Word!);
        Assert.True(Words.Refuse(proposed.Id));
        Assert.Null(Words.Find(proposed.Id));
        Assert.False(Words.Refuse(known.Id));
        Assert.False(Words.Refuse("unbekannt"));
    }

    [Fact]
    public void AWordHasANameAndChallengesThatThereAre()
    {
        var known = Challenge("Leerstand");
        Assert.Equal(WordOutcome.Unusable, Propose(New(" "), "gera").Outcome);
        Assert.Equal(WordOutcome.Unusable, Propose(New("?!"), "gera").Outcome);
        Assert.Equal(WordOutcome.Unusable, Propose(New(new('x', Word.LongestName + 1)), "gera").Outcome);
        Assert.Equal(WordOutcome.Unusable, Propose(New("Handel", new('x', Word.LongestName + 1)), "gera").Outcome);
        Assert.Equal(WordOutcome.Unusable, Propose(new(WordKind.Solution, "Zwischennutzung", "", ["unbekannt"]), "gera").Outcome);
        var solution = Propose(new(WordKind.Solution, "Zwischennutzung", "", [known.Id, known.Id]), "gera").Word!;
        Assert.Equal([known.Id], solution.Answers);
        Assert.Equal(WordOutcome.Unusable, Propose(new(WordKind.Solution, "Pop-up", "", [solution.Id]), "gera").Outcome);
        Assert.Empty(Propose(New("Handel") with { Answers = [known.Id] }, "gera").Word!.Answers);
    }

    [Fact]
    public void OneStandProposesOnlySoMany()
    {
        for (var i = 0; i < Vocabulary.MostProposed; i++) Assert.Equal(WordOutcome.Done, Propose(New($"Wort {(char)('a' + i)}"), "gera", true).Outcome);
        Assert.Equal(WordOutcome.TooMany, Propose(New("Noch eines"), "gera", true).Outcome);
        Assert.Equal(WordOutcome.Done, Propose(New("Noch eines"), "jena", true).Outcome);
        Words.Accept("wort-a");
        Assert.Equal(WordOutcome.Done, Propose(New("Und noch eines"), "gera", true).Outcome);
    }

    [Fact]
    public void IdsAreDifferentAndSayWhatTheyMean()
    {
        Assert.Equal("buerger-haus", Challenge("Bürger-Haus").Id);
        Assert.Equal("buerger-haus-2", Solution("Bürger-Haus").Id);
        Assert.Equal("wort", Challenge("Чебурек").Id);
        Assert.True(new StandField(StandPart.Solutions, Challenge(new('x', Word.LongestName)).Id).IsSound);
        Assert.True(new StandField(StandPart.Solutions, Solution(new('x', Word.LongestName)).Id).IsSound);
    }

    [Fact]
    public void ANameIsInTheLanguageThatThereIs()
    {
        Assert.Equal(("Leerstand", "Vacancy"), (Challenge("Leerstand", "Vacancy").Name("de-DE"), stored["leerstand"].Name("en")));
        Assert.Equal("Handel", Challenge("Handel").Name("en"));
    }

    [Theory]
    [InlineData("Leerstand", "Leerstände", true)]
    [InlineData("Leerstand", "LEERSTAND", true)]
    [InlineData("Leerstand", "Leestand", true)]
    [InlineData("Leerstand", "Leerstand in der Innenstadt", true)]
    [InlineData("Zwischennutzung", "Zwischennutzungen", true)]
    [InlineData("Zwischennutzung", "Zwischen-Nutzung", true)]
    [InlineData("Grünflächen", "Gruenflaeche", true)]
    [InlineData("Grünflächen", "Gru\u0308nfla\u0308chen", true)]
    [InlineData("Café", "Cafe", true)]
    [InlineData("Leerstand", "Handel", false)]
    [InlineData("Handel", "Wandel", false)]
    [InlineData("Märkte", "Merkte", false)]
    [InlineData("ÖPNV", "WLAN", false)]
    [InlineData("Bau", "Bad", false)]
    public void PeopleMayMeanTheSame(string one, string two, bool alike)
    {
        Assert.Equal(alike, WordShape.AreAlike(one, two));
        Assert.Equal(alike, WordShape.AreAlike(two, one));
    }

    [Theory]
    [InlineData("Straße & Plätze", "strasseplaetze")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("A\u0308rger", "aerger")]
    [InlineData("Île-de-France 2", "iledefrance2")]
    [InlineData("Łódź", "lodz")]
    [InlineData("!", "")]
    public void AShapeIsWhatIsLeftOfAWord(string word, string shape) => Assert.Equal(shape, WordShape.Of(word));

    [Fact]
    public void ASolutionIsForItsChallenges()
    {
        var (vacancy, noise) = (Challenge("Leerstand"), Challenge("Lärm"));
        var (popUp, agency, wall) = (Solution("Pop-up-Laden", vacancy.Id), Solution("Leerstandsagentur", vacancy.Id, noise.Id), Solution("Schallschutz"));
        Assert.Equal([vacancy], Words.ChallengesOf(Words.Find(popUp.Id)));
        Assert.Equal([vacancy, noise], Words.ChallengesOf(Words.Find(agency.Id)));
        Assert.Empty(Words.ChallengesOf(Words.Find(wall.Id)));
        Assert.Empty(Words.ChallengesOf(Words.Find("unbekannt")));
        Assert.Empty(Words.ChallengesOf(Words.Find(vacancy.Id)));
    }

    [Fact]
    public void AStandMeansTheWordThatIsCalledSoWhateverItsId()
    {
        var challenge = Challenge("Barrierefreiheit");
        var solution = Solution("Barrierefreiheit", challenge.Id);
        Assert.NotEqual(challenge.Id, solution.Id);
        Assert.Equal(solution, Words.Named(WordKind.Solution, "barrierefreiheit", "Barrierefreiheit"));
        Assert.Equal(challenge, Words.Named(WordKind.Challenge, "barrierefreiheit", ""));
        Assert.Equal(solution, Words.Named(WordKind.Solution, "bárrierefreiheit", "Bárrierefreiheit"));
        Assert.Null(Words.Named(WordKind.Solution, "barrierefreiheit", "Rampe"));
    }

    [Fact]
    public void AWordThatNobodyHasAcceptedLeadsNowhere()
    {
        var (vacancy, night) = (Challenge("Leerstand"), Propose(New("Nachtleben"), "gera").Word!);
        var proposed = Propose(new(WordKind.Solution, "Pop-up-Laden", "", [vacancy.Id, night.Id]), "gera").Word!;
        Assert.Empty(Words.ChallengesOf(Words.Find(proposed.Id)));
        Words.Accept(proposed.Id);
        Assert.Equal([vacancy], Words.ChallengesOf(Words.Find(proposed.Id)));
        Words.Accept(night.Id);
        Assert.Equal([vacancy.Id, night.Id], Words.ChallengesOf(Words.Find(proposed.Id)).Select(w => w.Id));
    }

    [Fact]
    public void WhatWasMergedStillLeadsThere()
    {
        var (vacancy, dying) = (Challenge("Leerstand"), Challenge("Ladensterben"));
        var (popUp, shop) = (Solution("Pop-up-Laden", dying.Id, vacancy.Id), Solution("Laden auf Zeit"));
        Words.Merge(dying.Id, vacancy.Id);
        Words.Merge(shop.Id, popUp.Id);
        Assert.Equal([vacancy.Id], Words.ChallengesOf(Words.Find(shop.Id)).Select(w => w.Id));
    }

    [Fact]
    public void WhatIsTakenOutIsGoneWithWhatWasMergedIntoIt()
    {
        var (vacancy, dying, noise) = (Challenge("Leerstand"), Challenge("Ladensterben"), Challenge("Lärm"));
        var agency = Solution("Leerstandsagentur", dying.Id, vacancy.Id, noise.Id);
        Words.Merge(dying.Id, vacancy.Id);
        Assert.True(Words.Remove(vacancy.Id));
        Assert.Equal([noise.Id], stored[agency.Id].Answers);
        Assert.Equal([noise.Id, agency.Id], stored.Keys);
        Assert.False(Words.Remove(vacancy.Id));
        Assert.Equal(WordOutcome.Done, Propose(New("Leerstand"), "gera").Outcome);
    }

    [Fact]
    public void TheVocabularyHasAnEnd()
    {
        for (var i = 0; i < Vocabulary.MostWords; i++) stored[$"w{i}"] = new Word { Id = $"w{i}", Kind = WordKind.Solution, German = $"{i}", IsAccepted = true };
        Assert.Equal(WordOutcome.TooMany, Propose(New("Noch eines"), "gera", nonetheless: true).Outcome);
    }
}
