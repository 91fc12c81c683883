using CsCheck;
using Klapphaus.World.Members;

namespace Klapphaus.World.Tests.Members;

/// <summary>Whoever comes and goes, in whatever order, what is true of the names in a room stays true.</summary>
public sealed class NameWalks
{
    /// <summary>Few enough that they meet, with numbers of their own, and such that look like others with numbers.</summary>
    static readonly string[] own = ["Anna", "ANNA", "Anna 2", "Anna (2)", "Anna (3)", "Annae", "Anna 22", "Bo", "B0", "Bo (2)", "🙂", "!", "2"];

    sealed record Deed(bool Comes, string Who, string Name, bool Verified, int Number);

    static readonly Gen<Deed> deeds = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 11], Gen.Int[0, own.Length - 1], Gen.Int[0, 3], Gen.Int[-6, 5])
        .Select((kind, who, name, rank, number) => new Deed(kind < 6, $"m{who}", own[name], rank == 0, Math.Max(0, number)));

    [Fact]
    public void NoTwoLookAlikeAndNobodyIsRenamedWithoutNeedHoweverTheyComeAndGo() => deeds.Array[1, 60].Sample(story =>
    {
        var names = new Namesakes();
        var here = new Dictionary<string, Deed>();
        foreach (var deed in story)
        {
            var before = here.Keys.ToDictionary(who => who, names.Of);
            string? other = null;
            if (deed.Comes)
            {
                other = names.Enter(deed.Who, deed.Name, deed.Verified, deed.Number);
                Check(names, before, here.GetValueOrDefault(deed.Who), deed, here);
                here[deed.Who] = deed;
            }
            else
            {
                names.Leave(deed.Who);
                here.Remove(deed.Who);
            }
            Assert.All(here, each => Assert.Equal(each.Value.Name, names.Of(each.Key).Own));
            Assert.Equal(here.Count, here.Keys.Select(who => NameShape.SkeletonOf(names.Of(who).Text)).Distinct().Count());
            foreach (var (who, was) in before)
            {
                if (who == deed.Who || !here.ContainsKey(who)) continue;
                Assert.Equal(who == other, names.Of(who) != was);
            }
            if (other is not null) Assert.True(deed.Verified && !here[other].Verified, $"{here[other].Name} gave way to {deed.Name}");
        }
    }, iter: 5000);

    /// <summary>What is due to somebody who comes in.</summary>
    static void Check(Namesakes names, Dictionary<string, ShownName> before, Deed? known, Deed deed, Dictionary<string, Deed> here)
    {
        var shown = names.Of(deed.Who);
        if (known is not null && (known.Name, known.Verified) == (deed.Name, deed.Verified))
        {
            Assert.Equal(before[deed.Who], shown);
            return;
        }
        if (shown.Number == 0) return;
        // the number that they brought along; or the plain name is somebody else's, who is vouched for, too, if they are
        var plain = NameShape.SkeletonOf(deed.Name);
        var holder = before.FirstOrDefault(each => each.Key != deed.Who && NameShape.SkeletonOf(each.Value.Text) == plain).Key;
        Assert.True(known is null && shown.Number == deed.Number || holder is not null && (!deed.Verified || here[holder].Verified), $"{deed} is {shown.Text} though {deed.Name} is free");
    }

    [Fact]
    public void WhoIsAloneIsCalledAsTheyAre() => Gen.Select(Gen.String, Gen.Bool).Sample((name, verified) =>
    {
        var names = new Namesakes();
        return names.Enter("m", name, verified) is null && names.Of("m").Text == name;
    });

    [Fact]
    public void WhoTakeTheirNumbersAlongHaveTheSameNamesInWhateverOrderTheyComeBack() => Gen.Select(deeds.Array[1, 60], Gen.Int[0, 127]).Sample((story, seed) =>
    {
        var (names, anew) = (new Namesakes(), new Namesakes());
        var here = new Dictionary<string, Deed>();
        foreach (var deed in story.Where(d => d.Comes || here.ContainsKey(d.Who)))
        {
            if (deed.Comes) names.Enter(deed.Who, deed.Name, deed.Verified);
            else names.Leave(deed.Who);
            if (deed.Comes) here[deed.Who] = deed;
            else here.Remove(deed.Who);
        }
        foreach (var (who, deed) in here.OrderBy(each => int.Parse(each.Key[1..]) * 7919 % 97 ^ seed)) anew.Enter(who, deed.Name, deed.Verified, names.Of(who).Number);
        return here.Keys.All(who => names.Of(who) == anew.Of(who));
    });
}
