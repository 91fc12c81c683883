using System.Net;
using System.Net.Sockets;
using System.Text;
using Klapphaus.Server.Tests.Stage;

namespace Klapphaus.Server.Tests.Files;

/// <summary>Lines are cut in the middle of an upload; it goes on where it was, and is the same file in the end.</summary>
public sealed class CutUploadTests(HouseWithFiles shared) : IClassFixture<HouseWithFiles>
{
    const int Length = 6_000_000, Half = 3_000_000;

    /// <summary>The server reads a megabyte ahead; what of it has not come to us by the end of the line is lost, and is sent again.</summary>
    const int ReadAhead = 1_100_000;

    const string Go = "HTTP/1.1 100 Continue\r\n\r\n";

    readonly TestHouse house = shared.Open;

    [Fact]
    public async Task WhatHasArrivedBeforeTheEndOfTheLineIsKept()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(Length);
        var upload = await hanna.BeginAsync(Length);
        using (var line = await SendHalfAsync(hanna, upload, pdf))
        {
            line.Socket.Shutdown(SocketShutdown.Send);
            await EndsAsync(line); // the house has read all of it, and that nothing more comes
        }
        var offset = await hanna.OffsetAsync(upload);
        Assert.InRange(offset!.Value, Half - ReadAhead, Half);
        await FinishAsync(hanna, upload, pdf, (int)offset.Value);
    }

    [Fact]
    public async Task LineThatBreaksLeavesNoFileAndIsGoneOnWith()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(Length);
        var upload = await hanna.BeginAsync(Length);
        using (var line = await SendHalfAsync(hanna, upload, pdf)) line.Socket.Close(0); // as a router does that is switched off
        Assert.Equal(HttpStatusCode.NotFound, (await hanna.ReadAsync(upload.Replace("uploads/", "", StringComparison.Ordinal))).Status);
        var offset = await hanna.OffsetAsync(upload);
        Assert.InRange(offset!.Value, 0, Half);
        await FinishAsync(hanna, upload, pdf, (int)offset.Value);
    }

    [Fact]
    public async Task LineThatIsDeadWithoutAWordIsNotWaitedFor()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(Length);
        var upload = await hanna.BeginAsync(Length);
        using var dead = await SendHalfAsync(hanna, upload, pdf); // and stays open
        var offset = await hanna.OffsetAsync(upload);
        Assert.InRange(offset!.Value, 0, Half);
        await FinishAsync(hanna, upload, pdf, (int)offset.Value);
    }

    [Fact]
    public async Task CutPieceWithAChecksumIsNotKept()
    {
        using var hanna = await Uploader.HostAsync(house);
        var pdf = Samples.Pdf(Length);
        var upload = await hanna.BeginAsync(Length);
        using (var line = await SendHalfAsync(hanna, upload, pdf, "Upload-Checksum: sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n"))
        {
            line.Socket.Shutdown(SocketShutdown.Send);
            await EndsAsync(line);
        }
        Assert.Equal(0, await hanna.OffsetAsync(upload)); // nobody knows whether it was right so far
        await FinishAsync(hanna, upload, pdf, 0);
    }

    /// <summary>Announces all, waits until the house begins to read, and sends half of it.</summary>
    static async Task<NetworkStream> SendHalfAsync(Uploader hanna, string upload, byte[] pdf, string more = "")
    {
        var line = await hanna.DialAsync(upload, $"Content-Length: {pdf.Length}\r\nExpect: 100-continue\r\n{more}");
        var go = new byte[Go.Length];
        await line.ReadExactlyAsync(go).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(Go, Encoding.ASCII.GetString(go));
        await line.WriteAsync(pdf.AsMemory(0, Half));
        return line;
    }

    static async Task EndsAsync(NetworkStream line)
    {
        var buffer = new byte[4096];
        try
        {
            while (await line.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(20)) > 0) { }
        }
        catch (IOException)
        {
            // ended as well
        }
    }

    static async Task FinishAsync(Uploader hanna, string upload, byte[] pdf, int offset)
    {
        using var last = await hanna.SendAsync(upload, offset, pdf[offset..]);
        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        var (status, content) = await hanna.ReadAsync(Assert.Single(last.Content.Headers.GetValues("Content-Location")));
        Assert.Equal((HttpStatusCode.OK, Uploader.Sha256(pdf)), (status, Uploader.Sha256(content)));
    }
}
