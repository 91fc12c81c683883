using System.Net;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Klapphaus.Server.Stands;

/// <summary>
/// What exhibitors write in Markdown, as HTML that cannot do anything: no markup of their own, no pictures that a browser would fetch from somewhere, no
/// heading above those of the page.
/// </summary>
static class SafeText
{
    /// <summary>The page and the stand have headings of their own above.</summary>
    const int Above = 2;
    const int LowestHeading = 6;

    static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string Html(string markdown)
    {
        try
        {
            return Write(Markdown.Parse(markdown, pipeline));
        }
        catch (ArgumentException)
        {
            return $"<p>{WebUtility.HtmlEncode(markdown)}</p>"; // nested more deeply than anybody can mean it
        }
    }

    /// <summary>Its words alone, a line each paragraph, for those who look for something in it.</summary>
    public static string Plain(string markdown)
    {
        try
        {
            return Markdown.ToPlainText(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            return markdown; // as above
        }
    }

    static string Write(MarkdownDocument document)
    {
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(heading.Level + Above, LowestHeading);
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(r => r is LinkInlineRenderer or AutolinkInlineRenderer);
        renderer.ObjectRenderers.Add(new SafeLinks());
        renderer.ObjectRenderers.Add(new SafeAddresses());
        renderer.Render(document);
        return writer.ToString();
    }
}
