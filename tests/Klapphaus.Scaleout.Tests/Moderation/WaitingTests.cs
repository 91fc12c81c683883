using Klapphaus.Contracts;
using Klapphaus.Scaleout.Tests.Stage;

namespace Klapphaus.Scaleout.Tests.Moderation;

/// <summary>Somebody waits to be let in on one process, the moderator comes by another.</summary>
public sealed class WaitingTests
{
    [Fact]
    public async Task ModeratorWhoIsTheFirstOfTheirProcessInTheRoomHearsThatSomebodyWaits()
    {
        await using var house = await ScaledHouse.OpenAsync(DrawnHouse.Small(), "all", "all");
        await using var mona = await house.Processes[0].EnterAsOrganiser("Mona", "halle");
        var policy = new PolicyView { Enter = "visitor", Speak = "visitor", Camera = "visitor", Screen = "visitor", Write = "visitor", Knock = "visitor", WaitingRoom = true };
        Assert.Equal(ErrorCode.None, await mona.Connection.AskAsync(nameof(IHouseHub.SetPolicy), new SetPolicyRequest { Policy = policy }));
        await using var bo = await house.Processes[0].Enter("Bo", "foyer");
        Assert.True((await bo.Connection.WaitAsync("halle")).Value!.Asks);

        await using var olga = await Person.ComeAsync(house.Processes[1].Options("Olga") with { Invitation = house.Processes[1].Invitation });
        var waits = "";
        olga.Connection.Moderated += news => waits = news.Kind == "somebodyWaits" ? news.Reason : waits;
        await olga.Enter("halle");
        await olga.WaitUntil(_ => waits == "Bo", "she is told that Bo waits");
    }
}
