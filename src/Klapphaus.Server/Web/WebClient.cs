using Microsoft.Extensions.FileProviders;

namespace Klapphaus.Server.Web;

/// <summary>Serves the web client that the build has put beside the program.</summary>
static class WebClient
{
    static readonly string folder = Path.Combine(AppContext.BaseDirectory, "web");

    public static void UseWebClient(this WebApplication app)
    {
        if (!Directory.Exists(folder)) return; // built without it: hub and API alone
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = new PhysicalFileProvider(folder) });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            // names under assets carry a hash of their content
            OnPrepareResponse = c => c.Context.Response.Headers.CacheControl = c.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    public static void MapWebClient(this WebApplication app)
    {
        var page = Path.Combine(folder, "index.html");
        if (File.Exists(page)) app.MapFallback(() => Results.File(page, "text/html; charset=utf-8")).WithMetadata(new HttpMethodMetadata(["GET"]));
    }
}
