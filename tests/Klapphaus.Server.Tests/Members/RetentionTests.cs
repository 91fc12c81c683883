using System.Net;
using System.Net.Http.Headers;
using Klapphaus.Contracts;
using Klapphaus.Server.Members;
using Klapphaus.Server.Tests.Moderation;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Microsoft.Extensions.DependencyInjection;

namespace Klapphaus.Server.Tests.Members;

/// <summary>What has been kept for long enough is forgotten, and nothing before.</summary>
public sealed class RetentionTests(SmallHouse shared) : IClassFixture<SmallHouse>
{
    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task WhoHasBeenSignedInNowhereForLongIsForgotten()
    {
        await using var mona = await house.EnterAs("Mona", Roles.Moderator, "foyer");
        var (_, ada) = await house.SignInAs("Ada", Roles.Visitor);
        await using var eve = await house.Enter("Eve", "foyer");
        await mona.Knows(eve);
        await mona.Does(nameof(IHouseHub.Ban), new BanRequest { Member = eve.Id, House = true, Reason = "Störung", Minutes = 0 });
        var retention = house.Services.GetRequiredService<Retention>();

        // a session is valid for two weeks, and the house remembers for ninety days after that
        await retention.SweepAsync(DateTimeOffset.UtcNow.AddDays(100));
        Assert.Equal(HttpStatusCode.OK, await SessionOf(ada));
        Assert.Equal(1, await retention.SweepAsync(DateTimeOffset.UtcNow.AddDays(105)));
        Assert.Equal(HttpStatusCode.Unauthorized, await SessionOf(ada));
        // who is inside is not forgotten, and who is banned is not let in by that
        await mona.WalkTo(5, 3);
        Assert.Equal(ErrorCode.Banned, (await Assert.ThrowsAsync<Client.HouseRefusedException>(() => house.Arrive("Eve", eve.Connection.Token))).Code);
    }

    async Task<HttpStatusCode> SessionOf(string token)
    {
        using var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync("/api/session");
        return answer.StatusCode;
    }
}
