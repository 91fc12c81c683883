using System.Net;
using Klapphaus.Contracts;
using Klapphaus.Server.Files;
using Klapphaus.Server.Tests.Files;
using Klapphaus.Server.Tests.Stage;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Klapphaus.Server.Tests.Stands;

/// <summary>Who puts files into a stand, who reads them, and which of them may stand where.</summary>
public sealed class StandFilesTests(FairHouse fair) : IClassFixture<FairHouse>
{
    [Fact]
    public async Task FilesAreForThoseWhoMaySeeWhatRefersToThem()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        var (_, neighbour) = await fair.GiveAsync(olga, "Nele");
        var people = new Dictionary<string, Browser>
        {
            ["visitor"] = (await fair.AsAsync("Vera", Roles.Visitor)).Browser,
            ["guest"] = (await fair.AsAsync("Gustav", Roles.Guest)).Browser,
            ["owner"] = bea,
            ["editor"] = await fair.HostAsync(bea, stand, "Edda", "edit"),
            ["staff"] = await fair.HostAsync(bea, stand, "Stan", "staff"),
            ["neighbour"] = neighbour,
            ["moderator"] = (await fair.AsAsync("Mona", Roles.Moderator)).Browser,
            ["organiser"] = olga,
        };
        await bea.PublishAsync(stand, "Stadt Soest");
        var paper = await bea.UploadAsync(stand, Samples.Pdf(1000), "Leerstand.pdf");
        Assert.Equal("owner editor", await WhoAsync(people, p => p.ReadAsync(paper)));

        var edit = new StandEditRequest { Field = "materials/m1", Value = new() { Text = "Leerstand", File = paper, Language = "de" } };
        Assert.Equal("taken", Assert.Single(await bea.EditAsync(stand, edit)).Verdict);
        Assert.Equal("visitor guest owner editor staff neighbour moderator organiser", await WhoAsync(people, p => p.ReadAsync(paper)));
        await olga.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/down", new StandTakedownRequest { Reason = "Prüfung", Material = "m1" });
        Assert.Equal("owner editor staff moderator organiser", await WhoAsync(people, p => p.ReadAsync(paper)));
        await olga.DoAsync(HttpMethod.Delete, $"/api/stands/{stand}/down?material=m1");
        await bea.DoAsync(HttpMethod.Put, $"/api/stands/{stand}/published", new StandPublishRequest());
        Assert.Equal("owner editor staff", await WhoAsync(people, p => p.ReadAsync(paper)));

        Assert.Equal("owner editor", await WhoAsync(people, p => p.BeginAsync(stand)));
        Assert.Equal("", await WhoAsync(people, p => p.BeginAsync("stand-7")));
        foreach (var person in people.Values.Where(p => p != olga)) person.Dispose();
    }

    [Fact]
    public async Task WhatIsNoFileOfTheStandOrDoesNotFitStandsInNoField()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        var (other, nele) = await fair.GiveAsync(olga, "Nele");
        var (paper, logo) = (await bea.UploadAsync(stand, Samples.Pdf(1000), "Leerstand.pdf"), await bea.UploadAsync(stand, Samples.Picture(SKEncodedImageFormat.Png), "Logo.png"));
        var foreign = await nele.UploadAsync(other, Samples.Picture(SKEncodedImageFormat.Png), "Logo.png");
        var results = await bea.EditAsync(
            stand,
            new() { Field = "logo", Value = new() { Text = "Wappen", File = paper } },
            new() { Field = "logo", Value = new() { Text = "Wappen", File = foreign } },
            new() { Field = "logo", Value = new() { Text = "Wappen", File = "0123456789abcdef0123456789abcdef" } },
            new() { Field = "videos/v1", Value = new() { Text = "Rundgang", File = logo } },
            new() { Field = "logo", Value = new() { Text = "Wappen", File = logo } },
            new() { Field = "pictures/p1", Value = new() { Text = "Platz", File = logo } },
            new() { Field = "materials/m1", Value = new() { Text = "Leerstand", File = paper, Language = "de" } });
        Assert.Equal(["unusable", "unusable", "unusable", "unusable", "taken", "taken", "taken"], results.Select(r => r.Verdict));
        Assert.Equal(
            [StandFaultKind.FileMisplaced, StandFaultKind.FileUnusable, StandFaultKind.FileUnusable, StandFaultKind.FileMisplaced],
            results.Take(4).Select(r => (StandFaultKind)Assert.Single(r.Faults).Code));
        Assert.Equal(logo, (await bea.LookAsync(stand)).Logo);
        bea.Dispose();
        nele.Dispose();
    }

    [Fact]
    public async Task AFileIsKeptAsLongAsTheStandOrItsHistoryHasIt()
    {
        using var olga = await fair.Open.OrganiserAsync();
        var (stand, bea) = await fair.GiveAsync(olga);
        using var _ = bea;
        var paper = await bea.UploadAsync(stand, Samples.Pdf(1000), "Leerstand.pdf");
        var lost = await bea.UploadAsync(stand, Samples.Pdf(1000), "Entwurf.pdf");
        var taken = Assert.Single(await bea.EditAsync(stand, new StandEditRequest { Field = "materials/m1", Value = new() { Text = "Leerstand", File = paper, Language = "de" } }));
        var removed = Assert.Single(await bea.EditAsync(stand, new StandEditRequest { Field = "materials/m1", Revision = taken.Now.Revision }));
        Assert.Equal("taken", removed.Verdict);
        await SweepAsync(hours: 1);
        await SweepAsync(hours: 26);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await bea.ReadAsync(paper), await bea.ReadAsync(lost)));

        var undone = await bea.AskAsync<StandEditsView>(HttpMethod.Post, $"/api/stands/{stand}/undo", new StandUndoRequest { Revision = removed.Now.Revision });
        Assert.Equal(("taken", paper), (undone.Results[0].Verdict, undone.Results[0].Now.Value!.File));
    }

    Task<int> SweepAsync(int hours) => fair.Open.Services.GetRequiredService<FileSweep>().SweepAsync(TimeProvider.System.GetUtcNow().AddHours(hours), CancellationToken.None);

    /// <summary>The names of those to whom it is granted, in their order.</summary>
    static async Task<string> WhoAsync(Dictionary<string, Browser> people, Func<Browser, Task<HttpStatusCode>> ask)
    {
        List<string> granted = [];
        foreach (var (name, person) in people)
        {
            var status = await ask(person);
            if (status is HttpStatusCode.OK or HttpStatusCode.Created) granted.Add(name);
            else Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{name}: {status}");
        }
        return string.Join(' ', granted);
    }
}
