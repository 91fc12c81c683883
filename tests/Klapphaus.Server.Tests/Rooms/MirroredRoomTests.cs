using Klapphaus.Grains.Rooms;
using Klapphaus.Server.Rooms;

namespace Klapphaus.Server.Tests.Rooms;

/// <summary>What a feed knows of its room, in whichever order it hears of it.</summary>
public sealed class MirroredRoomTests
{
    [Fact]
    public void LateNewsOfAnEarlierConnectionDoesNotReplaceTheLaterOne()
    {
        using var folder = new TemporaryFolder();
        DrawnHouse.Small().WriteTo(folder.Path);
        var room = new MirroredRoom(PlanViews.Read(new() { Id = "foyer", Json = File.ReadAllText(Path.Combine(folder.Path, "foyer.tmj")), Capacity = 50, Neighbours = [] })!);
        Assert.True(room.TryEnter(Ada("by train", arrival: 5)));
        Assert.True(room.TryEnter(Ada("at home", arrival: 9)));
        Assert.False(room.TryEnter(Ada("by train", arrival: 5)));
        Assert.Equal("at home", room.People.Single().Connection);
        Assert.True(room.TryEnter(Ada("at home", arrival: 9))); // the tick tells what the feed knows from its own client
    }

    [Fact]
    public void WhatATickHasSaidOfAClientIsNewerThanTheAnswerToItsComing()
    {
        using var folder = new TemporaryFolder();
        DrawnHouse.Small().WriteTo(folder.Path);
        var room = new MirroredRoom(PlanViews.Read(new() { Id = "foyer", Json = File.ReadAllText(Path.Combine(folder.Path, "foyer.tmj")), Capacity = 50, Neighbours = [] })!);
        Assert.True(room.TryEnterAnswered(Ada("at home", arrival: 5)));
        Assert.True(room.TryEnter(Ada("at home", arrival: 5) with { Name = "Ada (2)", Number = 2 }));
        Assert.True(room.TryEnterAnswered(Ada("at home", arrival: 5)));
        Assert.Equal("Ada (2)", room.ViewOf(7).Member.Name);
        Assert.True(room.TryEnterAnswered(Ada("by train", arrival: 6)));
        Assert.Equal(("Ada", "by train"), (room.ViewOf(7).Member.Name, room.People.Single().Connection));
        Assert.False(room.TryEnterAnswered(Ada("at home", arrival: 5)));
    }

    static RoomPerson Ada(string connection, long arrival) =>
        new() { Handle = 7, Member = "ada", Name = "Ada", Role = "visitor", Feed = "f", Connection = connection, Arrival = arrival };
}
