using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Klapphaus.Server.Stands;

/// <summary>Writes links that go to the web or to a mailbox, and of all others, pictures among them, only the words.</summary>
sealed class SafeLinks : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var goes = !link.IsImage && TryOpen(renderer, link.GetDynamicUrl?.Invoke() ?? link.Url);
        renderer.WriteChildren(link);
        if (goes) Close(renderer);
    }

    /// <summary>False, and nothing is written, when nobody is to be sent there.</summary>
    public static bool TryOpen(HtmlRenderer renderer, string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeMailto) return false;
        renderer.Write("<a href=\"").WriteEscape(uri.AbsoluteUri).Write("\" rel=\"noopener nofollow\" target=\"_blank\">");
        return true;
    }

    public static void Close(HtmlRenderer renderer) => renderer.Write("</a>");
}
