namespace Klapphaus.Server.Telemetry;

/// <summary>
/// What the framework may say in the log at most, whatever an operator asks for. At its finer levels it writes down whole addresses, in which the tokens of
/// WebSockets stand, and the arguments of calls, in which people's words do.
/// </summary>
static class Discretion
{
    static readonly (string Category, LogLevel Least)[] bounds =
    [
        // whole addresses
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning),
        ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Warning),
        // what clients call; and each refusal, with a stack, as an error of ours. CallFilter says what did go wrong.
        ("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Critical),
        ("Microsoft.AspNetCore.SignalR", LogLevel.Information),
        // what grains call; and of a call without an answer, everything that was in it
        ("Orleans", LogLevel.Information),
        ("Orleans.Runtime.CallbackData", LogLevel.Error),
    ];

    public static void AddDiscretion(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(o =>
    {
        foreach (var (category, least) in bounds) Bound(o, category, least);
    });

    /// <summary>Changes the rules that would let more of this category out, and adds one for each output where only a wider rule holds.</summary>
    static void Bound(LoggerFilterOptions options, string category, LogLevel least)
    {
        var rules = options.Rules;
        string?[] outputs = [null, .. rules.Select(r => r.ProviderName).OfType<string>().Distinct()];
        var wider = outputs.Select(output => new LoggerFilterRule(output, category, Max(Effective(options, output, category), least), null)).ToList();
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].CategoryName?.StartsWith(category, StringComparison.OrdinalIgnoreCase) == true && (rules[i].LogLevel ?? options.MinLevel) < least)
                rules[i] = new(rules[i].ProviderName, rules[i].CategoryName, least, rules[i].Filter);
        }
        foreach (var rule in wider) rules.Add(rule);
    }

    /// <summary>As the framework chooses: a rule for the output before one for all, then the one for the narrowest category, then the last.</summary>
    static LogLevel Effective(LoggerFilterOptions options, string? output, string category) => options.Rules
        .Where(r => r.ProviderName is null || r.ProviderName == output)
        .Where(r => r.CategoryName is null || category.StartsWith(r.CategoryName, StringComparison.OrdinalIgnoreCase))
        .OrderBy(r => r.ProviderName is not null)
        .ThenBy(r => r.CategoryName?.Length ?? 0)
        .LastOrDefault()?.LogLevel ?? options.MinLevel;

    static LogLevel Max(LogLevel one, LogLevel other) => one > other ? one : other;
}
