using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Klapphaus.Desktop.Text;

/// <summary>
/// Standard input and output with nothing between them and the terminal. On Unix .NET's own console sends a terminal sequences that set it up as soon as it writes, and
/// edits what is typed itself, with more of them; the terminal does that as well, and whoever reads by ear or by Braille hears nothing but text.
/// </summary>
static class RawTerminal
{
    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>For answers; each is written at once.</summary>
    public static TextWriter OpenOutput() => OperatingSystem.IsWindows() ? Console.Out : Writer(IsTerminal ? Open(1, FileAccess.Write) : Console.OpenStandardOutput());

    /// <summary>For what goes wrong; each is written at once. The console sets up the terminal of the answers with these as well.</summary>
    public static TextWriter OpenErrors() => OperatingSystem.IsWindows() ? Console.Error : Writer(IsTerminal ? Open(2, FileAccess.Write) : Console.OpenStandardError());

    /// <summary>What is typed or given. A Windows terminal gives umlauts only to those who ask it for characters, and not for bytes.</summary>
    public static TextReader OpenInput() => Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), utf8)
        : OperatingSystem.IsWindows() ? Console.In
        : new StreamReader(Open(0, FileAccess.Read), utf8);

    /// <summary>Where answers go to a file or another program the console sends nothing of its own.</summary>
    static bool IsTerminal => !Console.IsOutputRedirected;

    // Not buffered: a line is there when the terminal gives it. The descriptor is the process', and stays open.
    static FileStream Open(int descriptor, FileAccess access) => new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 1);

    static StreamWriter Writer(Stream stream) => new(stream, utf8) { AutoFlush = true };
}
