using Klapphaus.Grains.Members;
using Klapphaus.Grains.Stands;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Grains.Tests.Stands;

/// <summary>People at a stand: Bea, whose it is, Tom, who staffs it, Edda, who edits it, and visitors.</summary>
static class Fair
{
    public static readonly StandCaller Olga = new("olga", "Olga", Roles.Organiser, []);
    public static readonly StandCaller Bea = new("bea", "Bea", Roles.Host, []);
    public static readonly StandCaller Tom = new("tom", "Tom", Roles.Host, []);
    public static readonly StandCaller Edda = new("edda", "Edda", Roles.Host, []);
    public static readonly StandCaller Vera = new("vera", "Vera", Roles.Visitor, []);
    public static readonly StandCaller Max = new("max", "Max", Roles.Visitor, []);

    /// <summary>An open stand with one material, at a place of its own.</summary>
    public static async Task<string> OpenStandAsync(this HouseCluster house)
    {
        var id = $"s{Guid.NewGuid():N}";
        var stand = house.Grains.GetGrain<IStandGrain>(id);
        Assert.Equal(ErrorCode.None, await stand.Create(Olga, new("halle", $"stand-{Guid.NewGuid():N}")));
        var owner = new InvitationState { Id = "i", Label = "Stand", Role = Roles.Host, Issued = DateTimeOffset.UnixEpoch, Expires = DateTimeOffset.MaxValue, StandOwner = true };
        Assert.Equal(ErrorCode.None, await stand.Join("bea", "Bea", owner));
        Assert.Equal(ErrorCode.None, await stand.NameHost(Bea, "tom", "Tom", HostRights.Staff));
        Assert.Equal(ErrorCode.None, await stand.NameHost(Bea, "edda", "Edda", HostRights.Edit));
        var edits = await stand.Edit(Bea, [Write("name", "Stadt Soest"), Write("line", "Läden auf Zeit"), Write("materials/a1", "Leitfaden", "https://soest.example/leitfaden")]);
        Assert.All(edits.Results, r => Assert.Equal(EditVerdict.Taken, r.Verdict));
        Assert.Equal(ErrorCode.None, (await stand.Publish(Bea, true)).Error);
        return id;
    }

    static FieldEdit Write(string field, string text, string link = "") =>
        new() { Field = field, Revision = 0, Value = new() { Text = text, Link = link, Language = link.Length > 0 ? "de" : "" } };
}
