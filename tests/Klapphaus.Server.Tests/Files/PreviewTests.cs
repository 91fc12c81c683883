using System.Text;
using Klapphaus.Server.Files;
using SkiaSharp;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Smaller pictures show what is to be seen, upright, and nothing else.</summary>
public sealed class PreviewTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Where the first row and the first column are of what the camera has stored, as the format numbers it.</summary>
    [Theory]
    [InlineData(1, "red green blue white")]
    [InlineData(2, "green red white blue")]
    [InlineData(3, "blue white red green")]
    [InlineData(4, "white blue green red")]
    [InlineData(5, "red white blue green")]
    [InlineData(6, "white red green blue")]
    [InlineData(7, "blue green red white")]
    [InlineData(8, "green blue white red")]
    public void PhotoIsUprightHoweverTheCameraWasHeld(int orientation, string corners)
    {
        foreach (var preview in Make(Samples.Photo(orientation)))
        {
            using var drawn = SKBitmap.Decode(preview.WebP);
            Assert.Equal(orientation < 5 ? (64, 32) : (32, 64), (drawn.Width, drawn.Height));
            var (right, bottom) = (drawn.Width - 5, drawn.Height - 5);
            Assert.Equal(corners, string.Join(' ', new[] { (4, 4), (right, 4), (right, bottom), (4, bottom) }.Select(at => Name(drawn.GetPixel(at.Item1, at.Item2)))));
        }
    }

    [Fact]
    public void PlaceAndWordsThatAreHiddenInAPhotoStayBehind()
    {
        var photo = Samples.Photo(1);
        Assert.Contains(Samples.HiddenWords, Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.Contains("Exif", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.All(Make(photo), p =>
        {
            var text = Encoding.Latin1.GetString(p.WebP);
            Assert.DoesNotContain(Samples.HiddenWords, text, StringComparison.Ordinal);
            Assert.DoesNotContain("exif", text, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData(3000, 1500, "96x48 320x160 960x480")]
    [InlineData(200, 200, "96x96 200x200 200x200")]
    [InlineData(1, 1, "1x1 1x1 1x1")]
    [InlineData(10, 8000, "1x192 1x640 2x1920")] // of a strip only so much
    [InlineData(8000, 10, "96x1 320x1 960x1")]
    public void PictureIsMadeSmallerAndNeverLarger(int width, int height, string sizes)
    {
        var made = Make(Samples.Picture(SKEncodedImageFormat.Png, width, height)).Select(p =>
        {
            using var drawn = SKBitmap.Decode(p.WebP);
            return $"{drawn.Width}x{drawn.Height}";
        });
        Assert.Equal(sizes, string.Join(' ', made));
    }

    [Fact]
    public void WhatIsTransparentStaysSo()
    {
        using var bitmap = new SKBitmap(100, 100, SKColorType.Rgba8888, SKAlphaType.Premul);
        bitmap.Erase(SKColors.Transparent);
        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        using var drawn = SKBitmap.Decode(Make(png.ToArray())[0].WebP);
        Assert.Equal(0, drawn.GetPixel(40, 40).Alpha);
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(8_000, 7_000)] // 56 million
    [InlineData(6_000, 5_000)] // 30 million, of a kind that cannot be unpacked smaller
    public void PictureThatWouldTakeAllMemoryIsRefusedByItsHeader(int width, int height)
    {
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(ErrorCode.FileUnpacksTooLarge, Previews.Make(Put(Samples.HugePng(width, height))).Error);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 10_000_000);
    }

    [Fact]
    public void PictureThatIsBrokenIsRefused()
    {
        Assert.Equal(ErrorCode.FileUnreadable, Previews.Make(Put(Samples.Picture(SKEncodedImageFormat.Png, 400, 400)[..^200])).Error);
        Assert.Equal(ErrorCode.FileUnreadable, Previews.Make(Put([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3])).Error);
    }

    IReadOnlyList<Preview> Make(byte[] picture)
    {
        var (previews, error) = Previews.Make(Put(picture));
        Assert.Equal(ErrorCode.None, error);
        Assert.Equal(Previews.Widths, previews.Select(p => p.Width));
        return previews;
    }

    string Put(byte[] picture)
    {
        var path = Path.Combine(folder.Path, "picture");
        File.WriteAllBytes(path, picture);
        return path;
    }

    static string Name(SKColor colour) => (colour.Red > 127, colour.Green > 127, colour.Blue > 127) switch
    {
        (true, false, false) => "red",
        (false, true, false) => "green",
        (false, false, true) => "blue",
        (true, true, true) => "white",
        _ => $"{colour}",
    };
}
