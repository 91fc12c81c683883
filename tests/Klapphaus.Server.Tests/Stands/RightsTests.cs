using Klapphaus.Contracts;
using Klapphaus.Server.Stands;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Who may do what at a stand, each act tried by each person, while it is open, hidden, and offline.</summary>
public sealed class RightsTests(FairHouse fair) : IClassFixture<FairHouse>
{
    const string Reads = "reads the stand", Drafts = "reads the draft", Edits = "edits", Undoes = "undoes", Publishes = "publishes", Names = "names a host", Removes = "removes a host",
        InvitesHosts = "invites hosts", InvitesOwner = "invites an owner", TakesDown = "takes it down", PutsBack = "puts it back",
        Leaves = "leaves a question", Hands = "hands over a card", ReadsOwn = "reads what they have left", ReadsEnquiries = "reads enquiries", Answers = "answers",
        TakesTable = "takes the table along", TakesContacts = "takes contacts along",
        ReadsFigures = "reads the figures", OffersTimes = "offers times", WithdrawsTimes = "withdraws times", Books = "books a time", Cancels = "cancels a time", Reports = "reports it";

    /// <summary>Everybody has the same, so that the yes to it is the same.</summary>
    static readonly CardRequest card = new() { Name = "Karte" };
    static readonly HandCardRequest yes = new()
    {
        Fields = ["name"],
        Wording = ConsentWords.ForStands,
        Seal = CardViews.Seal(new() { Name = "Karte" }, CardFields.Name, ConsentWords.ForStands),
    };

    /// <summary>Asked so that nothing changes: what is allowed is then refused for another reason, or is so already.</summary>
    static readonly Dictionary<string, Func<string, bool, (HttpMethod Method, string Path, object? Body)>> acts = new()
    {
        [Reads] = (stand, _) => (HttpMethod.Get, $"/api/stands/{stand}", null),
        [Drafts] = (stand, _) => (HttpMethod.Get, $"/api/stands/{stand}/draft", null),
        [Edits] = (stand, _) => (HttpMethod.Post, $"/api/stands/{stand}/edits", new StandEditsRequest { Edits = [new() { Field = "name", Revision = 99, Value = new() { Text = "Anders" } }] }),
        [Undoes] = (stand, _) => (HttpMethod.Post, $"/api/stands/{stand}/undo", new StandUndoRequest { Revision = 99 }),
        [Publishes] = (stand, published) => (HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest { Published = published }),
        [Names] = (stand, _) => (HttpMethod.Put, $"/api/stands/{stand}/hosts/nobody", new StandRightsRequest { Rights = [] }),
        [Removes] = (stand, _) => (HttpMethod.Delete, $"/api/stands/{stand}/hosts/nobody", null),
        [InvitesHosts] = (stand, _) => (HttpMethod.Post, $"/api/stands/{stand}/invitations", new StandInvitationRequest { Label = "", Rights = ["edit"] }),
        [InvitesOwner] = (stand, _) => (HttpMethod.Post, $"/api/stands/{stand}/invitations", new StandInvitationRequest { Label = "", Owner = true }),
        [TakesDown] = (stand, _) => (HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "" }),
        [Leaves] = (stand, _) => (HttpMethod.Put, $"/api/stands/{stand}/enquiries/{Leaving.NewId()}", new EnquiryRequest { Question = "" }),
        [Hands] = (stand, _) => (HttpMethod.Put, $"/api/stands/{stand}/cards/{Leaving.NewId()}", yes),
        [ReadsOwn] = (stand, _) => (HttpMethod.Get, $"/api/stands/{stand}/mine", null),
        [ReadsEnquiries] = (stand, _) => (HttpMethod.Get, $"/api/stands/{stand}/enquiries", null),
        [Answers] = (stand, _) => (HttpMethod.Put, $"/api/stands/{stand}/enquiries/{Leaving.NewId()}/answer", new EnquiryAnswerRequest { Text = "Ja" }),
        [TakesTable] = (stand, _) => (HttpMethod.Get, $"/api/stands/{stand}/enquiries.csv", null),
        [TakesContacts] = (stand, _) => (HttpMethod.Get, $"/api/stands/{stand}/enquiries.vcf", null),
        [PutsBack] = (stand, _) => (HttpMethod.Delete, $"/api/stands/{stand}/down?material=none", null),
        [ReadsFigures] = (stand, _) => (HttpMethod.Get, $"/api/stands/{stand}/figures", null),
        [OffersTimes] = (stand, _) => (HttpMethod.Post, $"/api/stands/{stand}/times", new StandTimesRequest()),
        [WithdrawsTimes] = (stand, _) => (HttpMethod.Delete, $"/api/stands/{stand}/times/none", null),
        [Books] = (stand, _) => (HttpMethod.Put, $"/api/stands/{stand}/times/none/booking", null),
        [Cancels] = (stand, _) => (HttpMethod.Delete, $"/api/stands/{stand}/times/none/booking", null),
        [Reports] = (stand, _) => (HttpMethod.Post, $"/api/stands/{stand}/reports", new StandReportRequest { Reason = "" }),
    };

    const string Everybody = "visitor guest owner editor staff clerk neighbour moderator organiser";

    public static TheoryData<string, string, Dictionary<string, string>> States => new()
    {
        {
            "open", Everybody, new()
            {
                [Leaves] = Everybody, [ReadsOwn] = Everybody, [Hands] = Everybody,
                [ReadsEnquiries] = "owner clerk", [Answers] = "owner clerk", [TakesTable] = "owner clerk", [TakesContacts] = "owner clerk",
                [Reads] = Everybody, [Drafts] = "owner editor", [Edits] = "owner editor", [Undoes] = "owner editor", [Publishes] = "owner editor", [Names] = "owner organiser",
                [Removes] = "owner organiser", [InvitesHosts] = "owner organiser", [InvitesOwner] = "organiser", [TakesDown] = "moderator organiser", [PutsBack] = "moderator organiser",
                [ReadsFigures] = "owner editor staff clerk", [OffersTimes] = "owner staff", [WithdrawsTimes] = "owner staff organiser", [Books] = Everybody, [Cancels] = Everybody, [Reports] = Everybody,
            }
        },
        {
            "hidden", "owner editor staff clerk", new()
            {
                [Leaves] = "owner editor staff clerk", [ReadsOwn] = "owner editor staff clerk", [Hands] = "owner editor staff clerk",
                [ReadsEnquiries] = "owner clerk", [Answers] = "owner clerk", [TakesTable] = "owner clerk", [TakesContacts] = "owner clerk",
                [Reads] = "owner editor staff clerk", [Drafts] = "owner editor", [Edits] = "owner editor", [Undoes] = "owner editor", [Publishes] = "owner editor", [Names] = "owner organiser",
                [Removes] = "owner organiser", [InvitesHosts] = "owner organiser", [InvitesOwner] = "organiser", [TakesDown] = "moderator organiser", [PutsBack] = "moderator organiser",
                [ReadsFigures] = "owner editor staff clerk", [OffersTimes] = "owner staff", [WithdrawsTimes] = "owner staff organiser", [Books] = "owner editor staff clerk", [Cancels] = "owner editor staff clerk", [Reports] = "owner editor staff clerk",
            }
        },
        {
            "down", "owner editor staff clerk moderator organiser", new()
            {
                [Leaves] = "owner editor staff clerk moderator organiser", [ReadsOwn] = "owner editor staff clerk moderator organiser", [Hands] = "owner editor staff clerk moderator organiser",
                [ReadsEnquiries] = "owner clerk", [Answers] = "owner clerk", [TakesTable] = "owner clerk", [TakesContacts] = "owner clerk",
                [Reads] = "owner editor staff clerk moderator organiser", [Drafts] = "owner editor", [Edits] = "owner editor", [Undoes] = "owner editor", [Publishes] = "owner editor",
                [Names] = "owner organiser", [Removes] = "owner organiser", [InvitesHosts] = "owner organiser", [InvitesOwner] = "organiser", [TakesDown] = "moderator organiser",
                [PutsBack] = "moderator organiser",
                [ReadsFigures] = "owner editor staff clerk", [OffersTimes] = "owner staff", [WithdrawsTimes] = "owner staff organiser", [Books] = "owner editor staff clerk moderator organiser", [Cancels] = "owner editor staff clerk moderator organiser", [Reports] = "owner editor staff clerk moderator organiser",
            }
        },
    };

    [Theory]
    [MemberData(nameof(States), DisableDiscoveryEnumeration = true)]
    public async Task EverybodyMayDoWhatIsTheirsAndNothingElse(string state, string sees, Dictionary<string, string> may)
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, owner) = await fair.GiveAsync(olga);
        var (_, neighbour) = await fair.GiveAsync(olga, "Nele");
        var people = new Dictionary<string, Browser>
        {
            ["visitor"] = (await fair.AsAsync("Vera", Roles.Visitor)).Browser,
            ["guest"] = (await fair.AsAsync("Gustav", Roles.Guest)).Browser,
            ["owner"] = owner,
            ["editor"] = await fair.HostAsync(owner, stand, "Edda", "edit"),
            ["staff"] = await fair.HostAsync(owner, stand, "Stan", "staff"),
            ["clerk"] = await fair.HostAsync(owner, stand, "Enno", "enquiries"),
            ["neighbour"] = neighbour,
            ["moderator"] = (await fair.AsAsync("Mona", Roles.Moderator)).Browser,
            ["organiser"] = olga,
        };
        foreach (var person in people.Values) await person.KeepCardAsync(card);
        await owner.PublishAsync(stand, "Stadt Soest");
        if (state == "hidden") await owner.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest());
        if (state == "down") await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
        Assert.Equal(Everybody.Split(' ').Order(), people.Keys.Order());

        List<string> wrong = [];
        foreach (var (act, ask) in acts)
        {
            foreach (var (name, person) in people)
            {
                var (method, path, body) = ask(stand, state != "hidden");
                var expected = Has(may[act], name) ? "yes" : Has(sees, name) ? $"{ErrorCode.StandRightMissing}" : $"{ErrorCode.StandUnknown}";
                var found = await TryAsync(person, method, path, body);
                if (found != expected) wrong.Add($"{name} {act}: {found}, not {expected}");
            }
            using var nobody = new Browser(fair.Open.Address);
            var (how, where, what) = ask(stand, state != "hidden");
            if (await nobody.MayNotAsync(how, where, what) is not (System.Net.HttpStatusCode.Unauthorized, ErrorCode.SignInNeeded)) wrong.Add($"nobody {act}");
        }
        Assert.Empty(wrong);
        Assert.Equal(state, (await owner.LookAsync(stand)).State);
        foreach (var person in people.Values.Where(p => p != olga)) person.Dispose();
    }

    [Theory]
    [InlineData(Roles.Visitor)]
    [InlineData(Roles.Guest)]
    [InlineData(Roles.Member)]
    [InlineData(Roles.Host)]
    [InlineData(Roles.Moderator)]
    public async Task OnlyOrganisersGivePlacesAway(string role)
    {
        using var who = (await fair.AsAsync("Cora", role)).Browser;
        Assert.Equal((System.Net.HttpStatusCode.Forbidden, ErrorCode.OrganisersOnly), await who.MayNotAsync(HttpMethod.Post, "/api/stands", new StandRequest { Room = "halle", Area = "stand-16" }));
    }

    [Fact]
    public async Task WhoModeratesAnotherRoomIsNoModeratorHere()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var _ = bea;
        await bea.PublishAsync(stand, "Stadt Soest");
        using var there = (await fair.AsAsync("Theo", Roles.Moderator, "anderswo")).Browser;
        Assert.Equal(ErrorCode.StandRightMissing, (await there.MayNotAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "x" })).Code);
        using var here = (await fair.AsAsync("Hanna", Roles.Moderator, "halle")).Browser;
        await here.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung" });
    }

    static bool Has(string names, string name) => names.Split(' ').Contains(name);

    static async Task<string> TryAsync(Browser person, HttpMethod method, string path, object? body)
    {
        using var answer = await person.SendAsync(method, path, body);
        if (answer.IsSuccessStatusCode) return "yes";
        var code = (await Browser.RefusalOf(answer)).Code;
        return code is ErrorCode.MemberUnknown or ErrorCode.InvitationUnusable or ErrorCode.ReasonUnusable or ErrorCode.TimeUnknown or ErrorCode.TimeUnusable or ErrorCode.EnquiryUnusable or ErrorCode.EnquiryUnknown ? "yes" : $"{code}";
    }
}
