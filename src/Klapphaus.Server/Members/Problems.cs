namespace Klapphaus.Server.Members;

/// <summary>Refusals of the HTTP interface: problem details with the number from <see cref="ErrorCode"/> and a sentence in the caller's language.</summary>
static class Problems
{
    /// <summary>What the framework refuses before it comes to us (a body that cannot be read) is said in the same form.</summary>
    public static void UseProblems(this WebApplication app) => app.UseStatusCodePages(async context =>
    {
        if (context.HttpContext.Response.StatusCode is 400 or 413 or 415) await Of(context.HttpContext, ErrorCode.Malformed).ExecuteAsync(context.HttpContext);
    });

    public static IResult Of(HttpContext http, ErrorCode code)
    {
        var german = http.Request.GetTypedHeaders().AcceptLanguage is not { Count: > 0 } wanted || wanted[0].Value.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        var (status, de, en) = Words(code);
        return Results.Problem(statusCode: status, title: code.ToString(), detail: german ? de : en, extensions: [new("code", (int)code)]);
    }

    static (int Status, string German, string English) Words(ErrorCode code) => code switch
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
        ErrorCode.SignInNeeded => (401, "Bitte melden Sie sich zuerst an.", "Please sign in first."),
        ErrorCode.OrganisersOnly => (403, "Das dürfen nur Veranstalter.", "Only organisers may do this."),
        ErrorCode.TooManyCalls => (429, "Zu viele Versuche. Bitte warten Sie eine Minute.", "Too many attempts. Please wait a minute."),
        _ => (500, "Im Klapphaus ist ein Fehler aufgetreten. Er wurde aufgezeichnet.", "Something went wrong in the house. It has been logged."),
    };
}
