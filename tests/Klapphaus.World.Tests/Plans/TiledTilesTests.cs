using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Klapphaus.World.Plans;

namespace Klapphaus.World.Tests.Plans;

public sealed class TiledTilesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("zlib")]
    public void PackedTilesReadTheSameAsPlainOnes(string compression)
    {
        PlanDrawing drawing = PlanDrawing.Good();
        byte[] expected = drawing.Plan().WallBits;
        Pack(drawing.Layer("walls"), compression, 0);

        Assert.Equal(expected, drawing.Plan().WallBits);
    }

    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", -1)]
    [InlineData("zlib", 100_000_000)]
    [InlineData("", 4)]
    public void PackedTilesOfAnotherSizeAreRefused(string compression, int more)
    {
        PlanDrawing drawing = PlanDrawing.Good();
        Pack(drawing.Layer("walls"), compression, more);

        Assert.Equal(PlanFaultKind.DataUnreadable, Assert.Single(drawing.Read().Faults).Kind);
    }

    [Fact]
    public void FlippedTilesAreStillThere()
    {
        PlanDrawing drawing = PlanDrawing.Good();
        byte[] expected = drawing.Plan().WallBits;
        drawing.Layer("walls")["data"]![0] = 0xE000_0001;
        drawing.Layer("walls")["data"]![11] = 0x8000_0000;

        Assert.Equal(expected, drawing.Plan().WallBits);
    }

    static void Pack(JsonObject layer, string compression, int more)
    {
        uint[] tiles = [.. layer["data"]!.AsArray().Select(tile => (uint)(int)tile!)];
        byte[] bytes = new byte[(tiles.Length * 4) + more];
        for (int i = 0; i < tiles.Length; i++)
            if ((i * 4) + 4 <= bytes.Length)
                BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), tiles[i]);
        using var packed = new MemoryStream();
        using (Stream stream = compression switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress),
            "zlib" => new ZLibStream(packed, CompressionMode.Compress),
            _ => packed,
        })
            stream.Write(bytes);
        layer["encoding"] = "base64";
        layer["compression"] = compression;
        layer["data"] = Convert.ToBase64String(packed.ToArray());
    }
}
