using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;

namespace Klapphaus.World.Plans;

/// <summary>Reads which tiles of a tile layer are there, in each of the ways that Tiled stores them.</summary>
static class TiledTiles
{
    // The upper four bits of a tile's number say how it is flipped and turned.
    const uint TileMask = 0x0FFFFFFF;

    public static TileGrid? Read(JsonElement layer, string name, MapHead head, FaultList faults)
    {
        if (layer.Field("width").AsWholeNumber() != head.Width || layer.Field("height").AsWholeNumber() != head.Height)
        {
            faults.AddAt(name, "", PlanFaultKind.LayerSizeDiffers, head.Width, head.Height);
            return null;
        }
        string encoding = layer.Text("encoding");
        string compression = layer.Text("compression");
        if (encoding is not ("" or "csv" or "base64") || compression is not ("" or "gzip" or "zlib"))
        {
            faults.AddAt(name, "", PlanFaultKind.CompressionUnknown, $"{encoding} {compression}".Trim());
            return null;
        }

        uint[] tiles = new uint[head.Width * head.Height];
        bool read = encoding == "base64" ? FromBase64(layer.Text("data"), compression, tiles) : FromArray(layer, tiles);
        if (!read)
        {
            faults.AddAt(name, "", PlanFaultKind.DataUnreadable);
            return null;
        }
        var grid = new TileGrid(head.Width, head.Height);
        for (int i = 0; i < tiles.Length; i++)
            grid[i % head.Width, i / head.Width] = (tiles[i] & TileMask) != 0;
        return grid;
    }

    static bool FromArray(JsonElement layer, uint[] tiles)
    {
        if (layer.Field("data") is not { ValueKind: JsonValueKind.Array } data || data.GetArrayLength() != tiles.Length)
            return false;
        int next = 0;
        foreach (JsonElement item in data.EnumerateArray())
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetUInt32(out tiles[next++]))
                return false;
        return true;
    }

    static bool FromBase64(string text, string compression, uint[] tiles)
    {
        byte[] packed = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, packed, out int length))
            return false;
        byte[] bytes = new byte[tiles.Length * sizeof(uint)];
        if (!Unpack(new MemoryStream(packed, 0, length), compression, bytes))
            return false;
        for (int i = 0; i < tiles.Length; i++)
            tiles[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)));
        return true;
    }

    /// <summary>Fills the bytes exactly; what would swell to more than that is refused without being unpacked.</summary>
    static bool Unpack(MemoryStream packed, string compression, byte[] bytes)
    {
        try
        {
            using Stream stream = compression switch
            {
                "gzip" => new GZipStream(packed, CompressionMode.Decompress),
                "zlib" => new ZLibStream(packed, CompressionMode.Decompress),
                _ => packed,
            };
            stream.ReadExactly(bytes);
            return stream.ReadByte() < 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return false;
        }
    }
}
