using Klapphaus.World.Stands;
using static Klapphaus.World.Tests.Stands.Editing;

namespace Klapphaus.World.Tests.Stands;

/// <summary>What a stand says of itself, and what becomes of edits to it.</summary>
public class StandContentTests
{
    static readonly StandField name = new(StandPart.Name);
    readonly Editing stand = new();

    [Fact]
    public void AnEditByWhatIsThereIsTaken()
    {
        var result = stand.Take("bea", name, 0, StandValue.Of("Stadt Altenburg"));
        Assert.Equal(EditVerdict.Taken, result.Verdict);
        Assert.True(result.IsConfirmed);
        Assert.Equal(new FieldVersion(StandValue.Of("Stadt Altenburg"), 1, "bea", stand.Now), result.Now);
        Assert.Equal("Stadt Altenburg", stand.Content.TextOf(StandPart.Name));
    }

    [Fact]
    public void TheSecondHostSeesWhatTheFirstHasWrittenAndSince()
    {
        stand.Take("bea", name, 0, StandValue.Of("Altenburg"));
        var since = stand.Now;
        var result = stand.Take("tom", name, 0, StandValue.Of("Stadt Altenburg"));
        Assert.Equal(EditVerdict.Outdated, result.Verdict);
        Assert.False(result.IsConfirmed);
        Assert.Equal(("Altenburg", "bea", since), (result.Now.Value!.Text, result.Now.By, result.Now.Since));
        Assert.Equal("Altenburg", stand.Content.TextOf(StandPart.Name));
        Assert.Equal(EditVerdict.Taken, stand.Take("tom", name, result.Now.Revision, StandValue.Of("Stadt Altenburg")).Verdict);
    }

    [Fact]
    public void TwoFieldsAreEditedAtOnceWithoutAnyQuarrel()
    {
        stand.Take("bea", name, 0, StandValue.Of("Altenburg"));
        Assert.Equal(EditVerdict.Taken, stand.Take("tom", new(StandPart.Line), 0, StandValue.Of("Wir füllen Läden.")).Verdict);
    }

    [Fact]
    public void WhatIsSoAlreadyIsNoChange()
    {
        stand.Take("bea", name, 0, StandValue.Of("Altenburg"));
        var result = stand.Take("tom", name, 0, StandValue.Of(" Altenburg\n"));
        Assert.Equal((EditVerdict.Same, "bea"), (result.Verdict, result.Now.By));
        Assert.True(result.IsConfirmed);
        Assert.Single(stand.Content.History);
        Assert.Equal(EditVerdict.Same, stand.Take("tom", new(StandPart.Logo), 0, null).Verdict);
    }

    [Fact]
    public void EmptyingAFieldIsAChangeThatIsKnown()
    {
        stand.Write("bea", StandPart.Line, "Wir füllen Läden.");
        var result = stand.Write("bea", StandPart.Line, "  ");
        Assert.Equal(EditVerdict.Taken, result.Verdict);
        Assert.Null(result.Now.Value);
        var late = stand.Take("tom", new(StandPart.Line), 1, StandValue.Of("Läden"));
        Assert.Equal((EditVerdict.Outdated, 2L), (late.Verdict, late.Now.Revision));
    }

    [Fact]
    public void WhatIsWrongIsNotTakenAndChangesNothing()
    {
        var result = stand.Write("bea", StandPart.Name, "");
        Assert.Equal(EditVerdict.Unusable, result.Verdict);
        Assert.Equal(StandFaultKind.Missing, Assert.Single(result.Faults).Kind);
        Assert.Empty(stand.Content.Fields);
        Assert.Equal(0, stand.Content.Revision);
    }

    [Fact]
    public void AFieldThatCannotBeIsRefused()
    {
        StandField[] wrong = [new((StandPart)99), new(StandPart.Name, "a1"), new(StandPart.Topics), new(StandPart.Topics, "A/1"), new(StandPart.Name, "", true)];
        foreach (var field in wrong)
            Assert.Equal(StandFaultKind.FieldUnknown, Assert.Single(stand.Take("bea", field, 0, StandValue.Of("x")).Faults).Kind);
    }

    [Fact]
    public void AnItemTakenAwayIsNotWrittenToUnseen()
    {
        stand.Write("bea", Material("a"), Paper("Leitfaden"));
        stand.Write("bea", Material("a"), null);
        var result = stand.Take("tom", Material("a"), 1, Paper("Leitfaden 2026"));
        Assert.Equal((EditVerdict.Outdated, "bea"), (result.Verdict, result.Now.By));
        Assert.Null(result.Now.Value);
        Assert.Empty(stand.Content.Items(StandPart.Materials));
    }

    [Fact]
    public void OneMovesWhatTheOtherWrites()
    {
        foreach (var id in new[] { "a", "b", "c" }) stand.Write("bea", Material(id), Paper(id));
        Assert.Equal(EditVerdict.Taken, stand.Take("bea", Material("a").Place, 1, null, "b").Verdict);
        Assert.Equal(EditVerdict.Taken, stand.Take("tom", Material("a"), 1, Paper("Neu")).Verdict);
        Assert.Equal(["b", "a", "c"], stand.Order(StandPart.Materials));
        Assert.Equal("Neu", stand.Content.Items(StandPart.Materials)[1].Value.Text);
    }

    [Fact]
    public void TwoWhoMoveTheSameItemSeeEachOther()
    {
        foreach (var id in new[] { "a", "b", "c" }) stand.Write("bea", Material(id), Paper(id));
        Assert.Equal(EditVerdict.Taken, stand.Take("bea", Material("a").Place, 1, null).Verdict);
        var late = stand.Take("tom", Material("a").Place, 1, null, "b");
        Assert.Equal((EditVerdict.Outdated, "bea"), (late.Verdict, late.Now.By));
        Assert.Equal(["b", "c", "a"], stand.Order(StandPart.Materials));
        Assert.Equal(EditVerdict.Same, stand.Take("tom", Material("a").Place, 1, null, "c").Verdict);
    }

    [Fact]
    public void TwoWhoInsertInOnePlaceBothFindRoomThere()
    {
        foreach (var id in new[] { "a", "z" }) stand.Write("bea", Material(id), Paper(id));
        stand.Take("bea", Material("b1"), 0, Paper("b1"), "a");
        stand.Take("tom", Material("t1"), 0, Paper("t1"), "a");
        stand.Take("bea", Material("b2"), 0, Paper("b2"), "b1");
        stand.Take("tom", Material("t2"), 0, Paper("t2"), "");
        Assert.Equal(["t2", "a", "t1", "b1", "b2", "z"], stand.Order(StandPart.Materials));
    }

    [Fact]
    public void WhatComesBehindAnItemThatIsGoneComesWhereThatWas()
    {
        foreach (var id in new[] { "a", "b", "c" }) stand.Write("bea", Material(id), Paper(id));
        stand.Write("bea", Material("b"), null);
        stand.Write("tom", Material("n"), Paper("n"), "b");
        stand.Write("tom", Material("m"), Paper("m"), "unbekannt");
        Assert.Equal(["a", "n", "c", "m"], stand.Order(StandPart.Materials));
    }

    [Fact]
    public void AnItemThatIsGoneIsNotMoved()
    {
        stand.Write("bea", Material("a"), Paper("a"));
        stand.Write("bea", Material("a"), null);
        var late = stand.Move("tom", Material("a"), "");
        Assert.Equal((EditVerdict.Outdated, 2L), (late.Verdict, late.Now.Revision));
    }

    [Fact]
    public void HoweverOftenSomethingIsPutIntoOneGapThereIsRoom()
    {
        stand.Write("bea", Material("first"), Paper("first"));
        var expected = new List<string> { "first" };
        for (var i = 0; i < 99; i++)
        {
            stand.Write("bea", Material($"m{i}"), Paper($"m{i}"), "first");
            expected.Insert(1, $"m{i}");
        }
        Assert.Equal(expected, stand.Order(StandPart.Materials));
        Assert.Equal(StandFaultKind.TooMany, Assert.Single(stand.Write("bea", Material("more"), Paper("more")).Faults).Kind);
    }

    [Fact]
    public void UndoingBringsBackWhatWasAndIsAChangeItself()
    {
        stand.Write("bea", StandPart.Name, "Altenburg");
        var change = stand.Write("tom", StandPart.Name, "Stadt Altenburg").Now;
        var result = stand.Undo("bea", change.Revision);
        Assert.Equal((EditVerdict.Taken, "Altenburg", "bea", 3L), (result.Verdict, result.Now.Value!.Text, result.Now.By, result.Now.Revision));
        Assert.Equal(change.Revision, stand.Content.History[^1].Undoes);
        Assert.Equal("Stadt Altenburg", stand.Content.History[^1].Before.Value!.Text);
        stand.Undo("tom", result.Now.Revision);
        Assert.Equal("Stadt Altenburg", stand.Content.TextOf(StandPart.Name));
    }

    [Fact]
    public void TheSameUndoingSentTwiceIsOne()
    {
        stand.Write("bea", StandPart.Name, "Altenburg");
        stand.Write("bea", StandPart.Name, "Stadt Altenburg");
        stand.Undo("bea", 2);
        Assert.Equal(EditVerdict.Same, stand.Undo("bea", 2).Verdict);
        Assert.Equal(EditVerdict.Outdated, stand.Undo("tom", 2).Verdict);
        Assert.Equal(3, stand.Content.History.Count);
        stand.Write("tom", StandPart.Name, "Altenburg in Thüringen");
        Assert.Equal(EditVerdict.Outdated, stand.Undo("bea", 2).Verdict);
    }

    [Fact]
    public void NothingIsUndoneThatHasChangedSince()
    {
        var change = stand.Write("bea", StandPart.Name, "Altenburg").Now;
        stand.Write("tom", StandPart.Name, "Stadt Altenburg");
        var late = stand.Undo("bea", change.Revision);
        Assert.Equal((EditVerdict.Outdated, "tom"), (late.Verdict, late.Now.By));
        Assert.Null(stand.Content.NextUndo("bea"));
        Assert.Equal("Stadt Altenburg", stand.Content.TextOf(StandPart.Name));
    }

    [Fact]
    public void OneGoesBackStepByStepThroughOnesOwnChanges()
    {
        stand.Write("bea", StandPart.Name, "Eins");
        stand.Write("bea", StandPart.Name, "Zwei");
        stand.Write("tom", StandPart.Line, "Von Tom.");
        stand.Write("bea", Material("a"), Paper("a"));
        List<string> seen = [];
        while (stand.Content.NextUndo("bea") is { } change)
        {
            Assert.Equal(EditVerdict.Taken, stand.Undo("bea", change.Revision).Verdict);
            seen.Add($"{stand.Content.TextOf(StandPart.Name)} {stand.Order(StandPart.Materials).Count()}");
        }
        Assert.Equal(["Zwei 0", "Eins 0", " 0"], seen);
        Assert.Equal("Von Tom.", stand.Content.TextOf(StandPart.Line));
    }

    [Fact]
    public void AnItemBroughtBackStandsWhereItStood()
    {
        foreach (var id in new[] { "a", "b", "c" }) stand.Write("bea", Material(id), Paper(id));
        var gone = stand.Write("bea", Material("b"), null).Now;
        stand.Write("tom", Material("n"), Paper("n"), "a");
        stand.Undo("bea", gone.Revision);
        Assert.Equal(["a", "n", "b", "c"], stand.Order(StandPart.Materials));
    }

    [Fact]
    public void AMoveIsUndoneEvenWhenPlacesWereGivenAnew()
    {
        foreach (var id in new[] { "a", "b", "c" }) stand.Write("bea", Material(id), Paper(id));
        var moved = stand.Move("bea", Material("c"), "").Now;
        for (var i = 0; i < 30; i++) stand.Write("tom", Material($"m{i}"), Paper("m"), "a"); // more than fit into one gap
        Assert.Equal(EditVerdict.Taken, stand.Undo("bea", moved.Revision).Verdict);
        Assert.Equal(["a", "b", "c"], stand.Order(StandPart.Materials).Where(id => id.Length == 1));
        Assert.Equal("c", stand.Order(StandPart.Materials).Last());
    }

    [Fact]
    public void WhatCameBackIsNotMoreThanMayBe()
    {
        for (var i = 0; i < 20; i++) stand.Write("bea", Topic($"t{i}"), StandValue.Of($"Thema {i}"));
        var gone = stand.Write("bea", Topic("t0"), null).Now;
        stand.Write("tom", Topic("neu"), StandValue.Of("Neu"));
        Assert.Equal(StandFaultKind.TooMany, Assert.Single(stand.Undo("bea", gone.Revision).Faults).Kind);
    }

    [Fact]
    public void TheSameTopicIsNotThereTwice()
    {
        stand.Take("bea", Topic("a"), 0, StandValue.Of("Leerstände"));
        Assert.Equal(StandFaultKind.Twice, Assert.Single(stand.Take("tom", Topic("b"), 0, StandValue.Of("LEERSTAENDE")).Faults).Kind);
        Assert.Equal(EditVerdict.Taken, stand.Take("bea", Topic("a"), 1, StandValue.Of("leerstände")).Verdict);
    }

    [Fact]
    public void TheHistoryHoldsTheLatestFifty()
    {
        for (var i = 1; i <= 60; i++) stand.Write("bea", StandPart.Name, $"Name {i}");
        Assert.Equal(StandContent.LongestHistory, stand.Content.History.Count);
        Assert.Equal((11L, 60L), (stand.Content.History[0].Revision, stand.Content.History[^1].Revision));
        Assert.Equal(EditVerdict.Forgotten, stand.Undo("bea", 10).Verdict);
    }

    [Fact]
    public void AnItemThatIsGoneIsForgottenWithTheLastThatIsKnownOfIt()
    {
        stand.Write("bea", Material("a"), Paper("a"));
        stand.Write("bea", Material("a"), null);
        for (var i = 1; i <= 49; i++) stand.Write("bea", StandPart.Name, $"Name {i}");
        Assert.Contains(Material("a"), stand.Content.Fields.Keys);
        stand.Write("bea", StandPart.Name, "Noch einer");
        Assert.Equal([new StandField(StandPart.Name)], stand.Content.Fields.Keys);
        Assert.Equal(EditVerdict.Outdated, stand.Take("tom", Material("a"), 2, Paper("a")).Verdict);
    }

    [Fact]
    public void AsItWasStoredItGoesOn()
    {
        foreach (var id in new[] { "a", "b" }) stand.Write("bea", Material(id), Paper(id));
        stand.Write("bea", Material("b"), null);
        var again = new StandContent(stand.Content.Fields, stand.Content.History);
        Assert.Equal(stand.Content.Revision, again.Revision);
        Assert.Equal(EditVerdict.Taken, again.Undo(3, "tom", stand.Now).Verdict);
        Assert.Equal(["a", "b"], again.Items(StandPart.Materials).Select(i => i.Id));
        Assert.Equal(0, new StandContent([], []).Revision);
    }

    [Fact]
    public void AStandIsPublishedWithANameAndALine()
    {
        Assert.Equal(["name", "line"], stand.Content.FaultsOfPublishing().Select(f => f.Field));
        stand.Write("bea", StandPart.Name, "Altenburg");
        stand.Write("bea", StandPart.Line, "Wir füllen Läden.");
        Assert.Empty(stand.Content.FaultsOfPublishing());
    }

    [Fact]
    public void FieldsAreReadAsTheyAreWritten()
    {
        foreach (var part in StandParts.All)
        {
            StandField[] fields = StandParts.IsList(part) ? [new(part, "a-1"), new(part, "a-1", true)] : [new(part)];
            foreach (var field in fields)
            {
                Assert.True(StandField.TryRead(field.ToString(), out var read), field.ToString());
                Assert.Equal(field, read);
            }
        }
        Assert.Equal("materials/a-1/place", Material("a-1").Place.ToString());
        string[] unsound = ["", "namen", "name/", "name/a", "materials", "materials/", "materials/A", "materials/a/b", "materials/a/place/", "materials//place"];
        foreach (var wrong in unsound)
            Assert.False(StandField.TryRead(wrong, out _), wrong);
    }
}
