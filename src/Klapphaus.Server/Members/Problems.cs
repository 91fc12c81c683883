using Klapphaus.Grains.Members;
using Klapphaus.Server.Moderation;
using Klapphaus.World.Stands;

namespace Klapphaus.Server.Members;

/// <summary>Refusals of the HTTP interface: problem details with the number from <see cref="ErrorCode"/> and a sentence in the caller's language.</summary>
static class Problems
{
    /// <summary>What the framework refuses before it comes to us (a body that cannot be read) is said in the same form.</summary>
    public static void UseProblems(this WebApplication app) => app.UseStatusCodePages(async context =>
    {
        ErrorCode? code = context.HttpContext.Response.StatusCode switch
        {
            400 or 413 or 415 => ErrorCode.Malformed,
            401 => ErrorCode.SignInNeeded, // whoever carries a token is refused without a word
            403 => ErrorCode.OrganisersOnly, // the one role that the framework asks for
            _ => null,
        };
        if (code is { } known) await Of(context.HttpContext, known).ExecuteAsync(context.HttpContext);
    });

    public static IResult Of(HttpContext http, ErrorCode code, params KeyValuePair<string, object?>[] extensions)
    {
        var (status, de, en) = Words(code);
        return Results.Problem(statusCode: status, title: code.ToString(), detail: InGerman(http) ? de : en, extensions: [new("code", (int)code), .. extensions]);
    }

    /// <summary>The caller reads German, or does not say.</summary>
    public static bool InGerman(HttpContext http) =>
        http.Request.GetTypedHeaders().AcceptLanguage is not { Count: > 0 } wanted || wanted[0].Value.StartsWith("de", StringComparison.OrdinalIgnoreCase);

    /// <summary>A refusal to who is banned, with the reason, the end as things stand (null for good), and whether a second moderator may yet prolong it.</summary>
    public static IResult OfBan(HttpContext http, BanState ban) =>
        Of(http, ErrorCode.Banned, new("reason", ban.Reason), new("until", ban.End()), new("provisional", Bans.Waits(ban)));

    /// <summary>The status of such a refusal, and its sentence.</summary>
    public static (int Status, string German, string English) Words(ErrorCode code) => code switch
    {
        ErrorCode.Malformed => (400, "Diese Anfrage ist nicht lesbar.", "This request cannot be read."),
        ErrorCode.NameUnusable => (422,
            $"Ein Name hat 1 bis {PersonName.MaxName} sichtbare Zeichen. Bitte geben Sie Ihren Namen ein.",
            $"A name has 1 to {PersonName.MaxName} visible characters. Please give your name."),
        ErrorCode.AffiliationUnusable => (422,
            $"Ort oder Einrichtung hat höchstens {PersonName.MaxAffiliation} sichtbare Zeichen.",
            $"A town or company has at most {PersonName.MaxAffiliation} visible characters."),
        ErrorCode.InvitationInvalid => (422,
            "Diese Einladung gilt hier nicht. Bitte öffnen Sie den Link noch einmal ganz, oder bitten Sie um eine neue.",
            "This invitation is not valid here. Please open the whole link again, or ask for a new one."),
        ErrorCode.InvitationExpired => (422,
            "Diese Einladung ist abgelaufen. Bitte lassen Sie sich eine neue schicken.",
            "This invitation has expired. Please ask for a new one."),
        ErrorCode.Unavailable => (503, "Das Klapphaus startet gerade neu. Bitte versuchen Sie es gleich noch einmal.", "The house is restarting. Please try again in a moment."),
        ErrorCode.ForeignSite => (403,
            "Diese Anfrage kam von einer fremden Seite. Bitte öffnen Sie das Klapphaus selbst.",
            "This request came from a page of another site. Please open the house itself."),
        ErrorCode.SignInNeeded => (401, "Bitte melden Sie sich zuerst an.", "Please sign in first."),
        ErrorCode.Banned => (403, "Sie dürfen dieses Klapphaus zurzeit nicht betreten.", "You may not enter this house at the moment."),
        ErrorCode.SessionEnded => (401, "Ihre Anmeldung ist zu Ende. Bitte melden Sie sich neu an.", "Your session has ended. Please sign in again."),
        ErrorCode.InvitationRevoked => (422,
            "Diese Einladung wurde zurückgezogen. Bitte fragen Sie, wer sie Ihnen geschickt hat.",
            "This invitation was taken back. Please ask whoever sent it to you."),
        ErrorCode.InvitationUsedUp => (422,
            "Diese Einladung ist schon so oft benutzt worden, wie sie darf. Bitte lassen Sie sich eine neue schicken.",
            "This invitation has been used as often as it may be. Please ask for a new one."),
        ErrorCode.NameTaken => (422,
            "Dieser Name ähnelt zu sehr dem einer anderen Person oder einer Aufgabe im Haus. Bitte ergänzen Sie ihn, etwa um den Nachnamen.",
            "This name is too much like another person's, or like that of a role in the house. Please add to it, your family name for instance."),
        ErrorCode.InvitationNeeded => (403,
            "In dieses Klapphaus kommt man mit einer Einladung oder mit einem Konto.",
            "One comes into this house by an invitation or with an account."),
        ErrorCode.SignInFailed => (502,
            "Die Anmeldung ist nicht gelungen. Bitte versuchen Sie es noch einmal.",
            "Signing in did not succeed. Please try again."),
        ErrorCode.ProviderUnreachable => (502,
            "Der Dienst, bei dem Ihr Konto liegt, antwortet gerade nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
            "The service that has your account does not answer at the moment. Please try again in a few minutes."),
        ErrorCode.InvitationUnusable => (422,
            "Eine Einladung braucht eine Bezeichnung mit 1 bis 80 Zeichen, eine Rolle und Räume, die es gibt, und ein Ende, das höchstens ein Jahr entfernt ist.",
            "An invitation needs a name of 1 to 80 characters, a role and rooms that exist, and an end at most a year away."),
        ErrorCode.InvitationUnknown => (404, "Diese Einladung gibt es nicht (mehr).", "There is no such invitation (any more)."),
        ErrorCode.TooManyInvitations => (422,
            "Das Klapphaus führt schon so viele Einladungen, wie es kann. Abgelaufene verschwinden nach 30 Tagen.",
            "The house keeps as many invitations as it can. Those that are over go after 30 days."),
        ErrorCode.GuestListUnusable => (422,
            "Eine Gästeliste ist eine CSV-Datei mit einer Spalte „Name“ und höchstens 2.000 Zeilen (256 KB).",
            "A list of guests is a CSV file with a column “name” and at most 2,000 lines (256 KB)."),
        ErrorCode.RoomNotAllowed => (403, "Dieser Raum steht Ihnen nicht offen.", "This room is not open to you."),
        ErrorCode.RoomBanned => (403, "Diese Person ist von diesem Raum ausgeschlossen.", "This person may not be in this room."),
        ErrorCode.RoomShut => (403, "Dieser Raum ist geschlossen.", "This room is closed."),
        ErrorCode.ModeratorsOnly => (403, "Das darf nur die Moderation.", "Only moderators may do this."),
        ErrorCode.ReasonUnusable => (422, "Ein Grund hat 1 bis 500 Zeichen.", "A reason has 1 to 500 characters."),
        ErrorCode.RoomUnknown => (404, "Diesen Raum gibt es nicht.", "There is no such room."),
        ErrorCode.PersonUnknown => (404, "Diese Person ist nicht (mehr) da.", "This person is not there (any more)."),
        ErrorCode.ReportUnknown => (404, "Das gibt es nicht (mehr).", "That is not there (any more)."),
        ErrorCode.NotAllowed => (403, "Über sich selbst urteilt niemand.", "Nobody judges themselves."),
        ErrorCode.TooManyReports => (429, "Es liegen schon viele Meldungen von Ihnen vor. Bitte warten Sie auf eine Antwort.", "Many reports of yours are waiting already. Please wait for an answer."),
        ErrorCode.OwnBan => (403,
            "Diesen Ausschluss haben Sie selbst ausgesprochen, oder jemand mit derselben Einladung. Bestätigen muss ihn jemand anders aus der Moderation.",
            "You have pronounced this ban yourself, or somebody with the same invitation has. Another moderator has to confirm it."),
        ErrorCode.BanNotWaiting => (409,
            "Hier ist nichts (mehr) zu bestätigen: Der Ausschluss ist vorbei, zurückgenommen oder schon bestätigt.",
            "There is nothing to confirm (any more): the ban is over, was taken back, or has been confirmed."),
        ErrorCode.MemberUnknown => (404, "Diese Person kennt das Klapphaus nicht (mehr).", "The house does not know this person (any more)."),
        ErrorCode.StandUnknown => (404, "Diesen Stand gibt es nicht (mehr).", "There is no such stand (any more)."),
        ErrorCode.StandPlaceTaken => (409, "An diesem Platz steht schon ein Stand.", "There is a stand at this place already."),
        ErrorCode.StandPlaceUnknown => (404, "Diesen Platz gibt es nicht, oder er ist nicht für einen Stand gedacht.", "There is no such place, or it is not meant for a stand."),
        ErrorCode.StandRightMissing => (403, "Dazu fehlt Ihnen an diesem Stand das Recht.", "You do not have the right to do this at this stand."),
        ErrorCode.StandIncomplete => (422,
            "Bevor der Stand gezeigt werden kann, braucht er einen Namen und einen Satz, worum es geht.",
            "Before the stand can be shown it needs a name and one line on what it is about."),
        ErrorCode.StandTeamFull => (422,
            $"Ein Stand hat höchstens {StandTeam.MostHosts} Betreuende. Bitte nehmen Sie zuerst jemanden heraus.",
            $"A stand has at most {StandTeam.MostHosts} hosts. Please take somebody out first."),
        ErrorCode.OrganisersOnly => (403, "Das dürfen nur Veranstalter.", "Only organisers may do this."),
        ErrorCode.FileUnknown => (404, "Diese Datei gibt es nicht (mehr).", "There is no such file (any more)."),
        ErrorCode.FileTooLarge => (413, "Diese Datei ist größer, als Dateien hier sein dürfen.", "This file is larger than files may be here."),
        ErrorCode.FileEmpty => (422, "Diese Datei ist leer.", "This file is empty."),
        ErrorCode.FileKindNotAllowed => (422,
            "Solche Dateien nimmt das Klapphaus nicht an. Möglich sind PDF, Bilder (PNG, JPEG, WebP, GIF), Filme (MP4, WebM) und Office-Dateien ohne Makros (PPTX, DOCX, XLSX, ODP, ODT).",
            "The house does not take such files. It takes PDF, pictures (PNG, JPEG, WebP, GIF), films (MP4, WebM) and office files without macros (PPTX, DOCX, XLSX, ODP, ODT)."),
        ErrorCode.FileUnpacksTooLarge => (422,
            "Geöffnet wäre diese Datei viel größer, als sie ist. Bitte speichern Sie Bilder kleiner, oder teilen Sie die Datei.",
            "Opened, this file would be far larger than it is. Please save pictures smaller, or split the file."),
        ErrorCode.FileUnreadable => (422, "Dieses Bild ist beschädigt. Bitte speichern Sie es neu.", "This picture is damaged. Please save it anew."),
        ErrorCode.FileNotAllowed => (403, "Dateien legt dort nur ab, wer den Stand betreut.", "Only who looks after the stand puts files there."),
        ErrorCode.StandFilesFull => (422,
            "Der Stand hat keinen Platz für weitere Dateien. Bitte löschen Sie welche, die niemand mehr braucht.",
            "The stand has no room for more files. Please remove some that nobody needs any more."),
        ErrorCode.DiskFull => (507,
            "Das Klapphaus hat keinen Platz mehr für Dateien. Bitte sagen Sie es den Veranstaltern; alles andere geht weiter.",
            "The house has no room left for files. Please tell the organisers; everything else goes on."),
        ErrorCode.UploadUnknown => (404, "Diese Datei wird nicht (mehr) hochgeladen. Bitte beginnen Sie neu.", "This file is not being uploaded (any more). Please begin anew."),
        ErrorCode.UploadOffsetWrong => (409, "Diese Datei ist schon weiter oder noch nicht so weit hochgeladen.", "This file has been uploaded further than that, or not so far yet."),
        ErrorCode.UploadBusy => (423, "Diese Datei wird gerade schon hochgeladen. Bitte versuchen Sie es gleich noch einmal.", "This file is being uploaded already. Please try again in a moment."),
        ErrorCode.ChecksumWrong => (460, "Ein Teil der Datei ist nicht so angekommen, wie er abgeschickt wurde. Bitte senden Sie ihn noch einmal.", "A part of the file has not arrived as it was sent. Please send it again."),
        ErrorCode.TooManyCalls => (429, "Zu viele Versuche. Bitte warten Sie eine Minute.", "Too many attempts. Please wait a minute."),
        _ => (500, "Im Klapphaus ist ein Fehler aufgetreten. Er wurde aufgezeichnet.", "Something went wrong in the house. It has been logged."),
    };
}
