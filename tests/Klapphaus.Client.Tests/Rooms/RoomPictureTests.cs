using Klapphaus.Contracts;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Klapphaus.Client.Tests.Scene;

namespace Klapphaus.Client.Tests;

public sealed class RoomPictureTests
{
    const int East = 0;
    readonly FakeTimeProvider time = new();
    readonly RoomPicture picture;

    public RoomPictureTests()
    {
        picture = new(time);
        picture.Apply(Entered(10, 10));
    }

    void Pass(int milliseconds) => time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    [Fact]
    public void WalkerIsCarriedOnAlongTheHeading()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, East, 0)));
        Pass(250);
        Assert.Equal(Tile(6, 5), picture.At(Bo));
    }

    [Fact]
    public void HeadingsTurnClockwiseFromEast()
    {
        // 68/255 of a turn is six degrees more than a quarter: south, and a little west.
        picture.Apply(Moved(0, (Bo, 5, 5, 68, 0)));
        Pass(500);
        var at = picture.At(Bo)!.Value;
        Assert.Equal(5 + 1.989, at.TileY, 0.02);
        Assert.Equal(5 - 0.209, at.TileX, 0.02);
    }

    [Fact]
    public void AgeCountsAsWayWalkedAlready()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, East, 250)));
        Assert.Equal(Tile(6, 5), picture.At(Bo));
    }

    [Fact]
    public void WalkerWithoutNewsIsHeldAtTheEndOfItsCarryOn()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, East, 200)));
        Pass(5000);
        Assert.Equal(Tile(5 + 3.2, 5), picture.At(Bo));
        Assert.Equal(Protocol.Standing, picture.InSight().Single(avatar => avatar.Handle == Bo).Heading);
    }

    [Fact]
    public void WhoStandsIsNotCarriedOn()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, Protocol.Standing, 400)));
        Pass(300);
        Assert.Equal(Tile(5, 5), picture.At(Bo));
        Assert.True(picture.Stands(Bo));
    }

    [Fact]
    public void NobodyIsCarriedOutOfTheHouse()
    {
        picture.Apply(Moved(0, (Bo, 99, 5, East, 0)));
        Pass(600);
        Assert.Equal(new Position((100 * Protocol.UnitsPerTile) - 1, 5 * Protocol.UnitsPerTile), picture.At(Bo));
    }

    [Fact]
    public void EverythingForgetsWhoIsNotInIt()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, Protocol.Standing, 0), (Cem, 6, 6, Protocol.Standing, 0)));
        picture.Apply(Moved(AvatarsMoved.Everything, (Cem, 6, 7, Protocol.Standing, 0)));
        Assert.Null(picture.At(Bo));
        Assert.Equal(Tile(6, 7), picture.At(Cem));
    }

    [Fact]
    public void OrdinaryMessageLeavesTheOthersWhereTheyAre()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, Protocol.Standing, 0)));
        picture.Apply(Moved(0, (Cem, 6, 7, Protocol.Standing, 0)));
        Assert.Equal(Tile(5, 5), picture.At(Bo));
    }

    [Theory]
    // Ada stands at (10, 10), in the cell from 6 to 12; with a sight of 1 she sees the cells from 0 to 18.
    [InlineData(17.9, 0, true)]
    [InlineData(0, 17.9, true)]
    [InlineData(18, 10, false)]
    [InlineData(10, 18, false)]
    public void SightIsCountedInCells(double x, double y, bool seen)
    {
        picture.Apply(From(1, 1, 1, (Bo, x, y, Protocol.Standing, 0)));
        Assert.Equal(seen, picture.At(Bo) is not null);
        Assert.Equal(seen, picture.InSight().Any(avatar => avatar.Handle == Bo));
    }

    [Fact]
    public void SightOfZeroIsTheWholeRoom()
    {
        picture.Apply(Moved(0, (Bo, 90, 90, Protocol.Standing, 0)));
        Assert.Equal(Tile(90, 90), picture.At(Bo));
    }

    [Fact]
    public void OneSeesFromTheCellThatTheServerSaysNotFromWhereOneBelievesToBe()
    {
        picture.Apply(From(1, 1, 1, (Bo, 1, 10, Protocol.Standing, 0)));
        Say(12.5, 10); // two cells from Bo by one's own word; the server may still put one back
        Assert.Equal(Tile(1, 10), picture.At(Bo));
        picture.Apply(From(1, 2, 1));
        Assert.Null(picture.At(Bo));
    }

    [Fact]
    public void WhoWasOutOfSightIsForgotten()
    {
        picture.Apply(From(1, 1, 1, (Bo, 1, 10, Protocol.Standing, 0)));
        picture.Apply(From(1, 2, 1));
        picture.Apply(From(1, 1, 1));
        // Bo may have gone anywhere meanwhile: only the server can say.
        Assert.Null(picture.At(Bo));
    }

    [Fact]
    public void AWalkerWhomTheServerMayHaveOutOfSightIsForgottenWhenOneLooksFromElsewhere()
    {
        // said in cell 0, carried on into cell 1: from cell 2 the server may not see it any more, and would say nothing of it
        picture.Apply(From(1, 1, 1, (Bo, 5.5, 10, East, 0)));
        Pass(300);
        picture.Apply(From(1, 2, 1));
        Assert.Null(picture.At(Bo));
    }

    [Fact]
    public void WhoWalkedOutOfSightIsForgottenWhenOneLooksFromElsewhere()
    {
        picture.Apply(From(1, 1, 1, (Bo, 17.5, 10, East, 0)));
        Pass(500);
        Assert.Null(picture.At(Bo));
        picture.Apply(From(1, 2, 1));
        Assert.Null(picture.At(Bo));
    }

    [Fact]
    public void WhoLeavesIsGoneFromTheFloorAndTheList()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, Protocol.Standing, 0)));
        picture.Apply(new PeopleChangedEvent { Left = [Bo], Entered = [Person(Cem, "Cem")] });
        Assert.Null(picture.At(Bo));
        Assert.Null(picture.PersonOf("member-Bo"));
        Assert.Equal(["Ada", "Cem"], picture.People.Select(person => person.Member.Name).Order());
    }

    [Fact]
    public void WholeListReplacesTheOneBefore()
    {
        picture.Apply(Moved(0, (Bo, 5, 5, Protocol.Standing, 0), (Cem, 6, 6, Protocol.Standing, 0)));
        picture.Apply(new PeopleChangedEvent { All = true, Entered = [Person(Ada, "Ada"), Person(Cem, "Cem")] });
        Assert.Null(picture.At(Bo));
        Assert.Equal(Tile(6, 6), picture.At("member-Cem"));
    }

    [Fact]
    public void NumberGivenToTheNextOneIsTheNextOnes()
    {
        picture.Apply(new PeopleChangedEvent { Left = [Bo], Entered = [Person(Bo, "Cem")] });
        Assert.Equal("Cem", picture.PersonOf(Bo)?.Member.Name);
        Assert.Null(picture.PersonOf("member-Bo"));
    }

    [Fact]
    public void AnotherRoomStartsEmpty()
    {
        picture.Apply(Moved(1, (Cem, 5, 5, Protocol.Standing, 0)));
        picture.Apply(Entered(3, 4, room: "halle"));
        Assert.Null(picture.At(Cem));
        Assert.Equal((Tile(3, 4), "halle", 0), (picture.Own, picture.Room?.Id, picture.SightCells));
    }

    [Fact]
    public void OwnPositionIsOnesOwnWordAndNotTheEcho()
    {
        Say(11, 10);
        picture.Apply(Moved(0, (Ada, 10, 10, Protocol.Standing, 100)));
        Assert.Equal(Tile(11, 10), picture.At(Ada));
    }

    [Fact]
    public void MessageCutShortIsReadAsFarAsItGoes()
    {
        var message = Moved(0, (Bo, 5, 5, Protocol.Standing, 0), (Cem, 6, 6, Protocol.Standing, 0));
        picture.Apply(message.AsSpan(0, message.Length - 1));
        Assert.NotNull(picture.At(Bo));
        Assert.Null(picture.At(Cem));
        picture.Apply(ReadOnlySpan<byte>.Empty);
    }

    void Say(double x, double y) => picture.SayOwn(Tile(x, y).X, Tile(x, y).Y, Protocol.Standing);
}
