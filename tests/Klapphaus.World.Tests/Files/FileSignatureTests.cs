using System.Text;
using CsCheck;
using Klapphaus.World.Files;

namespace Klapphaus.World.Tests.Files;

public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("255044462D312E37", FileKind.Pdf)] // %PDF-1.7
    [InlineData("255044462D322E30", FileKind.Pdf)]
    [InlineData("89504E470D0A1A0A0000000D49484452", FileKind.Png)]
    [InlineData("FFD8FFE0", FileKind.Jpeg)]
    [InlineData("474946383961", FileKind.Gif)]
    [InlineData("52494646FFFFFFFF574542505650382000", FileKind.WebP)]
    [InlineData("0000001866747970 69736F6D 00000200 69736F6D", FileKind.Mp4)] // isom
    [InlineData("0000001866747970 6D703432 00000000 6D703432", FileKind.Mp4)] // mp42
    [InlineData("1A45DFA38B 42868101 4282847765626D", FileKind.WebM)]
    [InlineData("1A45DFA3 010000000000000B 42868101 4282847765626D", FileKind.WebM)] // a length in eight bytes
    [InlineData("1A45DFA3 9F 42868101 42F78101 42F28104 42F38108 4282847765626D 42878104 42858102", FileKind.WebM)] // as browsers record it
    public void KindIsKnownByTheFirstBytes(string hex, FileKind kind) => Assert.Equal(kind, FileSignature.Of(Bytes(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("25504446")]
    [InlineData("20255044462D312E37")] // not quite at the beginning
    [InlineData("89504E470D0A1A0A0000000D4E4F5045")] // no picture follows
    [InlineData("52494646FFFFFFFF57415645666D742000")] // sound
    [InlineData("0000001466747970 71742020 00000000 71742020")] // QuickTime
    [InlineData("0000001866747970 68656963 00000000 6D696631")] // a telephone's pictures
    [InlineData("0000000066747970 69736F6D 00000000")]
    [InlineData("1A45DFA393 4286810142F78101 4282886D6174726F736B61")] // Matroska
    [InlineData("1A45DFA3FF 4282847765626D")] // says to be longer than it is
    [InlineData("1A45DFA3")]
    [InlineData("504B0304")]
    [InlineData("3C68746D6C3E")] // <html>
    [InlineData("4D5A9000")] // a program
    public void AllElseIsNone(string hex) => Assert.Null(FileSignature.Of(Bytes(hex)));

    [Fact]
    public void TextsAreNone()
    {
        foreach (var text in new[] { "<!DOCTYPE html><p>%PDF-1.7", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<?xml version=\"1.0\"?>", "#!/bin/sh", "{}", "PDF", "RIFF" })
            Assert.Null(FileSignature.Of(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void NoBytesMakeItStumble() => Gen.Select(Gen.OneOf("1A45DFA3", "0000001866747970", "52494646", "504B0304", "89504E470D0A1A0A", ""), Gen.Byte.Array[0, 40]).Sample((head, rest) =>
    {
        FileSignature.Of([.. Bytes(head), .. rest]);
        return true;
    });

    static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
