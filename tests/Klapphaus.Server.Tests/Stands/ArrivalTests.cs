using Klapphaus.Client;
using Klapphaus.Contracts;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Whoever is on duty for a stand and goes to it comes into its room there; all others come in by the entry.</summary>
public sealed class ArrivalTests(FairHouse fair) : IClassFixture<FairHouse>
{
    /// <summary>Where one comes into the hall, and into the foyer.</summary>
    static readonly Position entry = Position.FromTiles(3.5, 2.5), foyer = Position.FromTiles(3.5, 1.5);

    async Task<(string Stand, string Area, Browser Bea)> OpenAsync()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        await bea.PublishAsync(stand, "Stadt Soest");
        await fair.KnowsAsync(stand);
        return (stand, (await bea.LookAsync(stand)).Area, bea);
    }

    /// <summary>Bea in the foyer, on duty.</summary>
    async Task<Person> OnDutyAsync(Browser bea, string stand, string name = "Bea")
    {
        var host = await fair.EnterAsync(bea, name, "foyer");
        Assert.Equal(ErrorCode.None, await host.Connection.StandDutyAsync(stand, true));
        return host;
    }

    static async Task ArrivesAsync(Person who, Position where, string? stand, string room = "halle")
    {
        var reply = await who.Connection.EnterAsync(room, stand);
        Assert.True(reply.Granted, $"{reply.Error} {reply.Fault}");
        Assert.Equal(where, who.Picture.Own);
    }

    /// <summary>The middles of the six tiles of a stand, the nearest to its own middle first.</summary>
    static Position[] Places(string area)
    {
        var (x, y) = FairHouse.At(area);
        return [new(x, y - 16), new(x, y + 16), new(x - 32, y - 16), new(x + 32, y - 16), new(x - 32, y + 16), new(x + 32, y + 16)];
    }

    [Fact]
    public async Task AHostOnDutyArrivesInTheMiddleAndTakesPartThere()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await OnDutyAsync(bea, stand);
        await ArrivesAsync(host, Places(area)[0], stand);
        await host.WaitUntil(p => p.Talk?.Area == area, "she takes part in what is talked there");
        await using var bo = await fair.Open.Enter("Bo", "halle");
        await bo.Sees(host.Here);
    }

    [Fact]
    public async Task AHostComesBesideTheVisitorAndTheyTalk()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await OnDutyAsync(bea, stand);
        var beas = new Bells(host);
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await FairHouse.VisitAsync(vera, area); // on the line between the two places in the middle
        Assert.Equal(ErrorCode.None, await vera.Connection.RingBellAsync(stand));
        var call = await beas.IsCalledBy(vera.ShownName);
        Assert.Equal(ErrorCode.None, await host.Connection.AnswerBellAsync(stand, call.Request, true));
        await ArrivesAsync(host, Places(area)[2], stand);
        await vera.TalksWith(host);
    }

    [Fact]
    public async Task OneIsOnDutyByWhicheverConnection()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        var token = (await bea.SignInAsync(new() { Name = "Bea" }, token: true)).Token!;
        await using var program = await fair.Open.Reach("Bea", token);
        Assert.Equal(ErrorCode.None, await program.Connection.StandDutyAsync(stand, true));
        await using var window = await fair.Open.Arrive("Bea", token);
        await ArrivesAsync(window, Places(area)[0], stand);
    }

    [Fact]
    public async Task WhoIsNotOnDutyComesInByTheEntry()
    {
        var (stand, _, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await fair.EnterAsync(bea, "Bea", "foyer");
        await ArrivesAsync(host, entry, stand); // might be, and is not
        Assert.Equal(ErrorCode.None, await host.Connection.StandDutyAsync(stand, true));
        await ArrivesAsync(host, entry, stand); // is in the room already, and walks
        await using var vera = await fair.Open.Arrive("Vera");
        await ArrivesAsync(vera, entry, stand);
        await using var otto = await fair.Open.EnterAs("Otto", World.Members.Roles.Organiser, "foyer");
        await ArrivesAsync(otto, entry, stand);
    }

    [Fact]
    public async Task WithoutAStandOrWithThatOfAnotherRoomOneComesInByTheEntry()
    {
        var (stand, _, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await OnDutyAsync(bea, stand);
        await ArrivesAsync(host, entry, null);
        await ArrivesAsync(host, foyer, stand, "foyer");
    }

    [Theory]
    [InlineData("")]
    [InlineData("house")]
    [InlineData("../stand-1")]
    [InlineData("s0123456789abcdef0123456789abcdef")]
    public async Task AStandThatIsNotThereSaysNothing(string stand)
    {
        await using var eve = await fair.Open.Arrive("Eve");
        await ArrivesAsync(eve, entry, stand);
    }

    [Fact]
    public async Task AnEndlessStandSaysNothing()
    {
        await using var eve = await fair.Open.Arrive("Eve");
        await ArrivesAsync(eve, entry, new string('s', 15_000));
    }

    [Fact]
    public async Task AtAFullStandOneComesInByTheEntry()
    {
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        using var tomBrowser = await fair.HostAsync(bea, stand, "Tom", "staff");
        await using var host = await OnDutyAsync(bea, stand);
        await using var tom = await OnDutyAsync(tomBrowser, stand, "Tom");
        await using var vera = await fair.Open.Enter("Vera", "halle");
        await using var max = await fair.Open.Enter("Max", "halle");
        await using var gus = await fair.Open.Enter("Gus", "halle");
        await FairHouse.VisitAsync(vera, area);
        await FairHouse.VisitAsync(max, area, 1); // each on the line between two places
        await FairHouse.VisitAsync(gus, area, -1);
        await ArrivesAsync(host, entry, stand);
        await gus.WalkTo(2, 2);
        await host.Sees(gus.Here);
        await ArrivesAsync(tom, Places(area)[2], stand);
    }

    [Fact]
    public async Task AtAStandThatNotEverybodySeesOneComesInByTheEntry()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, area, bea) = await OpenAsync();
        using var browser = bea;
        await using var host = await OnDutyAsync(bea, stand);
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = false });
        await ArrivesAsync(host, entry, stand);
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = true });
        await ArrivesAsync(host, foyer, null, "foyer");
        await ArrivesAsync(host, Places(area)[0], stand);
        await ArrivesAsync(host, foyer, null, "foyer");
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        await ArrivesAsync(host, entry, stand);
    }
}
