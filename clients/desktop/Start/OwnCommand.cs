namespace Klapphaus.Desktop.Start;

/// <summary>The words by which this program is started again.</summary>
/// <param name="Program">Full path.</param>
/// <param name="First">What comes before all other arguments: the program's file where the runtime starts it.</param>
sealed record OwnCommand(string Program, string[] First)
{
    public static OwnCommand Find()
    {
        var process = Environment.ProcessPath ?? "klapphaus";
        var name = Path.GetFileNameWithoutExtension(process);
        return name.Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? new(process, [Path.Combine(AppContext.BaseDirectory, "klapphaus.dll")]) : new(process, []);
    }

    public IEnumerable<string> Words(params string[] arguments) => [Program, .. First, .. arguments];
}
