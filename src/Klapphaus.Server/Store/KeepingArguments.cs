using Klapphaus.Server.Start;

namespace Klapphaus.Server.Store;

/// <summary>What <c>backup</c> and <c>restore</c> are called with: a file, and the settings of the house as it has them itself.</summary>
sealed record KeepingArguments(string File, string? Redis, HouseOptions Options, bool Replace, bool WithoutFiles)
{
    const string ReplaceSwitch = "--replace";

    /// <summary>The contents of files are kept by other means.</summary>
    const string FilesSwitch = "--without-files";

    /// <summary>Null when there is no file, or something is left over.</summary>
    public static KeepingArguments? Read(string[] args)
    {
        if (args is not [var file, .. var rest] || file.StartsWith('-')) return null;
        var settings = rest.Where(a => a is not (ReplaceSwitch or FilesSwitch)).ToArray();
        // --name=value and --name value, as the house takes them
        for (var i = 0; i < settings.Length; i++)
            if (!settings[i].StartsWith("--", StringComparison.Ordinal) || (!settings[i].Contains('=', StringComparison.Ordinal) && ++i == settings.Length)) return null;
        var configuration = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(settings).Build();
        return new(file, configuration.GetConnectionString("redis"), HouseOptions.Read(configuration), rest.Contains(ReplaceSwitch), rest.Contains(FilesSwitch));
    }
}
