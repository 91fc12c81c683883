using Klapphaus.Contracts;
using Klapphaus.Grains.Stands;
using Klapphaus.Server.Members;
using Klapphaus.World.Members;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Stands;

/// <summary>Stands as they are told of to those who look at them.</summary>
static class StandViews
{
    /// <summary>Who asks, as stands take it.</summary>
    public static StandCaller ToStandCaller(this Caller caller) => new(caller.Id, caller.Name, caller.Role, caller.Rooms);

    /// <summary>
    /// Whether somebody has it in the list: an open one everybody; moderators also what is offline; a team its own; and organisers all, since they give places away.
    /// </summary>
    public static bool Lists(StandCaller who, StandSummary stand)
    {
        var role = who.RoleIn(stand.Room);
        return stand.IsOpen() || role >= Role.Organiser || stand.Down && role >= Role.Moderator || role > Role.Visitor && stand.Team.Contains(who.Member);
    }

    public static StandCardView Card(StandSummary stand, string member) => new()
    {
        Id = stand.Id,
        Room = stand.Room,
        Area = stand.Area,
        Name = stand.Name,
        Line = stand.Line,
        Accent = stand.Accent,
        Logo = stand.Logo,
        Topics = stand.Topics,
        State = State(stand.Published, stand.Down),
        Mine = stand.Team.Contains(member),
        MayStaff = stand.Staff.Contains(member),
        Staffed = stand.Staffed,
    };

    public static StandSign Sign(StandSummary stand) => new()
    {
        Id = stand.Id,
        Area = stand.Area,
        Name = stand.Name,
        Line = stand.Line,
        Accent = stand.Accent,
        Logo = stand.Logo,
        Staffed = stand.Staffed,
        Draft = !stand.IsOpen(),
    };

    public static StandView Stand(string id, StandReading reading)
    {
        var content = StandContents.Of(reading.Fields, []);
        var logo = content.Find(new(StandPart.Logo)).Value;
        var contact = content.Find(new(StandPart.Contact)).Value;
        var accent = content.TextOf(StandPart.Accent);
        return new()
        {
            Id = id,
            Room = reading.Place!.Room,
            Area = reading.Place.Area,
            Name = content.TextOf(StandPart.Name),
            Line = content.TextOf(StandPart.Line),
            Html = SafeText.Html(content.TextOf(StandPart.Text)),
            Logo = logo?.File ?? "",
            LogoText = logo?.Text ?? "",
            Accent = accent,
            AccentText = Colour.TryRead(accent, out var colour) ? Accents.TextOn(colour).ToString() : "",
            Hours = content.TextOf(StandPart.Hours),
            Contact = contact?.Text ?? "",
            ContactLink = contact?.Link ?? "",
            Topics = [.. content.Items(StandPart.Topics).Select(i => i.Value.Text)],
            Challenges = Terms(content, StandPart.Challenges),
            Solutions = Terms(content, StandPart.Solutions),
            Pictures = [.. content.Items(StandPart.Pictures).Select(i => new StandPictureView { Id = i.Id, Text = i.Value.Text, File = i.Value.File })],
            Videos = [.. content.Items(StandPart.Videos).Select(i => Medium(i, null))],
            Materials = [.. content.Items(StandPart.Materials).Select(i => Medium(i, reading.DownMaterials.GetValueOrDefault(i.Id)))],
            State = State(reading.Published, reading.Down is not null),
            Reason = reading.Down?.Reason ?? "",
            MayEdit = reading.MayEdit,
            MayPublish = reading.MayPublish,
            MayNameHosts = reading.MayNameHosts,
            MayModerate = reading.MayModerate,
            MayReadEnquiries = reading.MayReadEnquiries,
            MayStaff = reading.MayStaff,
            MaySeeFigures = reading.MaySeeFigures,
        };
    }

    static string State(bool published, bool down) => down ? "down" : published ? "open" : "hidden";

    static StandTermView[] Terms(StandContent content, StandPart part) => [.. content.Items(part).Select(i => new StandTermView { Id = i.Id, Text = i.Value.Text })];

    static StandMediumView Medium(StandItem item, TakedownState? down) => new()
    {
        Id = item.Id,
        Text = item.Value.Text,
        File = item.Value.File,
        Link = item.Value.Link,
        Language = item.Value.Language,
        Down = down?.Reason,
    };
}
