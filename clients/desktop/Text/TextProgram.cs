using System.Text;

namespace Klapphaus.Desktop.Text;

/// <summary>The house by text, in a terminal.</summary>
public static class TextProgram
{
    /// <summary>Enters the house and stays until somebody leaves it.</summary>
    /// <returns>The exit code of the process: 0, or 1 when the house was not entered or was lost, or something was refused to a script.</returns>
    public static Task<int> RunAsync(TextOptions options, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        if (options.Plain)
            return RunPlainAsync(options, cancellation);
        if (!Console.IsInputRedirected && !Console.IsOutputRedirected)
            return new ScreenRun(TimeProvider.System).RunAsync(options, cancellation);
        Console.Error.WriteLine(TextWords.Of(options.Language).Say("text.needsTerminal"));
        return Task.FromResult(1);
    }

    static async Task<int> RunPlainAsync(TextOptions options, CancellationToken cancellation)
    {
        await using var output = RawTerminal.OpenOutput();
        // Not disposed: somebody may still be typing when the house ends the visit.
        var input = RawTerminal.OpenInput();
        return await new PlainRun(input, output, isTerminal: !Console.IsInputRedirected, TimeProvider.System).RunAsync(options, cancellation);
    }
}
