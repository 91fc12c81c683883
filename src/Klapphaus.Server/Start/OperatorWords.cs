namespace Klapphaus.Server.Start;

/// <summary>What the program says to its operator: German, or English where the terminal is set to it.</summary>
static class OperatorWords
{
    public static string Language { get; } =
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "").StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "de";

    public static string Of(string german, string english) => Language == "de" ? german : english;
}
