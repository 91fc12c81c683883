using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Klapphaus.Server.Stands;

/// <summary>The same for addresses that are written as they are, between angle brackets.</summary>
sealed class SafeAddresses : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var goes = SafeLinks.TryOpen(renderer, link.IsEmail ? $"mailto:{link.Url}" : link.Url);
        renderer.WriteEscape(link.Url);
        if (goes) SafeLinks.Close(renderer);
    }
}
