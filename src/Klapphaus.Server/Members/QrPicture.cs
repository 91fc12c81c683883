using System.Text;
using QRCoder;

namespace Klapphaus.Server.Members;

/// <summary>A text as a square of dots that a telephone's camera reads.</summary>
static class QrPicture
{
    public const string MediaType = "image/svg+xml";

    /// <summary>An SVG picture, black on white in any theme, with the white margin that cameras need.</summary>
    public static string Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x]) path.Append($"M{x} {y}h1v1h-1z");
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path d="{path}"/></svg>
            """;
    }
}
