using SkiaSharp;

namespace Klapphaus.Server.Files;

/// <summary>
/// Smaller pictures of a picture. They are drawn anew, upright and in sRGB, so that neither the place where a photo was taken nor anything that is hidden in it
/// goes along; and how large it would be is read before any of it is unpacked.
/// </summary>
static class Previews
{
    public const string MediaType = "image/webp";

    /// <summary>What telephones take; more is a mistake or a trap.</summary>
    public const int MostPixels = 50_000_000;

    /// <summary>Of what is unpacked at once, at four bytes each. JPEG and WebP come out smaller where smaller is wanted.</summary>
    public const int MostUnpackedPixels = 25_000_000;

    /// <summary>Above it artefacts are not seen, and the files only grow.</summary>
    const int Quality = 82;

    /// <summary>A sign on the floor, a list, a panel. Heights are at most twice that.</summary>
    public static int[] Widths { get; } = [96, 320, 960];

    /// <summary>All of them, or why there are none.</summary>
    public static (IReadOnlyList<Preview> Previews, ErrorCode Error) Make(string path)
    {
        using var codec = SKCodec.Create(path);
        if (codec is null) return ([], ErrorCode.FileUnreadable);
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels) return ([], ErrorCode.FileUnpacksTooLarge);
        var size = codec.GetScaledDimensions(UsefulScale(codec.Info.Width, codec.Info.Height));
        if ((long)size.Width * size.Height > MostUnpackedPixels) return ([], ErrorCode.FileUnpacksTooLarge);

        using var colours = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours);
        using var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success) return ([], ErrorCode.FileUnreadable);
        using var picture = SKImage.FromBitmap(bitmap);
        var origin = codec.EncodedOrigin;
        return ([.. Widths.Select(w => Draw(picture, origin, w, colours))], ErrorCode.None);
    }

    /// <summary>Half as large again as the largest of ours, lying or standing: from that on there is nothing to be gained.</summary>
    static float UsefulScale(int width, int height) => Math.Min(1, 1.5f * Widths[^1] / Math.Min(width, height));

    static Preview Draw(SKImage picture, SKEncodedOrigin origin, int width, SKColorSpace colours)
    {
        var (w, h) = LiesOnItsSide(origin) ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var scale = Math.Min(1, Math.Min((float)width / w, 2f * width / h));
        var info = new SKImageInfo(
            Math.Max(1, (int)MathF.Round(w * scale)), Math.Max(1, (int)MathF.Round(h * scale)), SKColorType.Rgba8888, SKAlphaType.Premul, colours);
        using var surface = SKSurface.Create(info);
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)info.Width / w, (float)info.Height / h);
        canvas.Concat(Upright(origin, picture.Width, picture.Height));
        canvas.DrawImage(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var drawn = surface.Snapshot();
        using var packed = drawn.Encode(SKEncodedImageFormat.Webp, Quality);
        return new(width, packed.ToArray());
    }

    static bool LiesOnItsSide(SKEncodedOrigin origin) =>
        origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    /// <summary>Turns and mirrors what a camera has stored as it held the sensor; w and h are of what is stored.</summary>
    static SKMatrix Upright(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
