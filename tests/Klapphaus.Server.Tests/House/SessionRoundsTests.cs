using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Grains.Members;
using Klapphaus.Server.House;
using Klapphaus.Server.Members;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.Server.Tests.Stands;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.House;

/// <summary>A connection in the background whose process has not heard that it has to go.</summary>
public sealed class SessionRoundsTests(FairHouse fair) : IClassFixture<FairHouse>
{
    readonly TestHouse house = fair.Open;

    Task LookAsync() => house.Services.GetRequiredService<SessionRounds>().LookAsync();

    IMemberGrain Member(string id) => house.Services.GetRequiredService<IGrainFactory>().GetGrain<IMemberGrain>(id);

    [Fact]
    public async Task WhoseSessionHasEndedIsSentAwayAndNobodyElse()
    {
        await using var ada = await house.Reach("Ada");
        await using var bo = await house.Reach("Bo");
        await LookAsync();
        Assert.All(new[] { ada, bo }, p => Assert.Equal(ConnectionStatus.Connected, p.Connection.State.Status));
        await Member(ada.Id).EndSessions(); // and no process is told
        await LookAsync();
        await ada.WaitUntil(_ => ada.Connection.State == new ConnectionState(ConnectionStatus.SentAway, DisconnectCode.SessionEnded), "she is told that she is signed out");
        Assert.Equal(ConnectionStatus.Connected, bo.Connection.State.Status);
    }

    [Fact]
    public async Task WhoIsBannedIsToldWhy()
    {
        await using var eve = await house.Reach("Eve");
        var told = new Orders(eve);
        await Member(eve.Id).Ban(new() { Reason = "Störung", Since = TimeProvider.System.GetUtcNow(), By = "m1" });
        await LookAsync();
        var news = await told.IsSentAway();
        Assert.Equal(((int)DisconnectCode.Banned, false, "Störung"), (news.Code, news.ComeBack, news.Reason));
    }

    [Fact]
    public async Task WhoIsErasedIsSentAwayAtOnce()
    {
        await using var ada = await house.Reach("Ada");
        await house.Services.GetRequiredService<Erasure>().EraseAsync(ada.Id);
        await ada.WaitUntil(_ => ada.Connection.State.Code == DisconnectCode.SessionEnded, "nothing is known of her any more");
    }

    [Fact]
    public async Task WhoIsSentAwayIsOnDutyNoMore()
    {
        using var olga = await house.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var browser = bea;
        await bea.PublishAsync(stand, "Stadt Soest");
        await using var vera = await house.Arrive("Vera");
        var signs = new Signs(vera);
        await vera.Enter("halle");
        await signs.See(stand, s => !s.Draft);
        await using var program = await house.Reach("Bea", (await bea.SignInAsync(new() { Name = "Bea" }, token: true)).Token!);
        Assert.Equal(ErrorCode.None, await program.Connection.StandDutyAsync(stand, true));
        await signs.See(stand, s => s.Staffed);
        await Member(program.Id).EndSessions();
        await LookAsync();
        await signs.See(stand, s => !s.Staffed);
    }
}
