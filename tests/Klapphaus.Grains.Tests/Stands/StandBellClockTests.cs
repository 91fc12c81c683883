using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>What a stand says by itself when its time has come.</summary>
public class StandBellClockTests(ClockedHouse house) : IClassFixture<ClockedHouse>
{
    static readonly StandPlace place = new("halle", "stand-1");
    static readonly StandHost bea = new() { Who = new("bea", "Bea", Roles.Host, []), Connection = "c1" };
    static readonly StandCaller vera = new("vera", "Vera", Roles.Visitor, []);

    static StandGuest Guest => new() { Member = "vera", Connection = "c1", Name = "Vera", Since = DateTimeOffset.UnixEpoch };

    [Fact]
    public async Task NobodyWaitsForEver()
    {
        var id = $"s{Guid.NewGuid():N}";
        var stand = house.Grains.GetGrain<IStandGrain>(id);
        var bell = house.Grains.GetGrain<IStandBellGrain>(id);
        Assert.Equal(ErrorCode.None, await stand.Create(new("olga", "Olga", Roles.Organiser, []), place));
        await stand.Join("bea", "Bea", new InvitationState { Id = "i", Label = "Stand", Role = Roles.Host, Issued = DateTimeOffset.UnixEpoch, Expires = DateTimeOffset.MaxValue, StandOwner = true });
        await stand.Edit(bea.Who, [new() { Field = "name", Revision = 0, Value = new() { Text = "Stadt Soest" } }, new() { Field = "line", Revision = 0, Value = new() { Text = "Läden" } }]);
        Assert.Equal(ErrorCode.None, (await stand.Publish(bea.Who, true)).Error);

        // nobody answers: the visitor is told, and the host left in peace
        await bell.Duty("one", bea, true);
        Assert.Equal(ErrorCode.None, (await bell.Ring("one", vera, Guest, place, BellWish.Ring)).Error);
        for (var waited = TimeSpan.Zero; waited < StandBell.Patience; waited += TimeSpan.FromSeconds(5))
        {
            Assert.Empty(house.Messenger.To<BellStopsEvent>(id, "bea"));
            house.Passes(TimeSpan.FromSeconds(5));
            await bell.Attend(new() { Process = "one", Guests = [Guest], Hosts = [bea] }); // their process is still there
        }
        await house.Messenger.Hears<BellChangedEvent>(id, "vera", b => b is { State: "over", End: "unanswered" }, "nobody has answered");
        await house.Messenger.Hears<BellStopsEvent>(id, "bea", _ => true, "it is over");

        // the process is lost with both: after a while they have gone
        Assert.Equal(ErrorCode.None, (await bell.Ring("one", vera, Guest, place, BellWish.Ring)).Error);
        house.Passes(Attendance.Silence);
        await house.Messenger.Hears<StandAttendedEvent>(id, "bea", a => a is { OnDuty: true, Count: 0, Line.Length: 1 }, "nobody is named any more, and may come back");
        Assert.True(await bell.IsOnDuty("bea")); // still; and what has told it is done, so that its clock is set
        house.Passes(Attendance.Grace);
        await house.Messenger.Hears<BellChangedEvent>(id, "vera", b => b is { State: "over", End: "left" }, "she has gone");
        Assert.False(await bell.IsOnDuty("bea"));
    }
}
