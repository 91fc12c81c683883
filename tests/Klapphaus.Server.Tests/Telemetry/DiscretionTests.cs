using Klapphaus.Server.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Klapphaus.Server.Tests.Telemetry;

public sealed class DiscretionTests
{
    const string Calls = "Orleans.Runtime.Messaging", Requests = "Microsoft.AspNetCore.Hosting.Diagnostics", Ours = "Klapphaus.Server.House";

    [Theory]
    [InlineData(Calls)]
    [InlineData("Orleans")]
    [InlineData("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher")]
    public void FinerLevelsStaySilentWhateverIsAskedFor(string category)
    {
        Assert.False(Says(category, LogLevel.Debug, b => b.SetMinimumLevel(LogLevel.Trace)));
        Assert.False(Says(category, LogLevel.Debug, b => b.AddFilter(category, LogLevel.Trace)));
        Assert.False(Says(category, LogLevel.Debug, b => b.AddFilter("Orleans", LogLevel.Trace).AddFilter("Microsoft", LogLevel.Trace)));
        Assert.False(Says(category, LogLevel.Debug, b => b.AddFilter<ConsoleLoggerProvider>(category, LogLevel.Trace)));
        Assert.False(Says(category, LogLevel.Debug, b => b.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Trace)));
    }

    [Fact]
    public void NoMoreIsSaidThanWasAskedFor()
    {
        Assert.True(Says(Calls, LogLevel.Information, b => b.AddFilter("Orleans", LogLevel.Trace)));
        Assert.False(Says(Calls, LogLevel.Information, b => b.AddFilter("Orleans", LogLevel.Error)));
        Assert.False(Says(Calls, LogLevel.Warning, b => b.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Error)));
        Assert.False(Says(Requests, LogLevel.Information, b => b.AddFilter(Requests, LogLevel.Information)));
        Assert.True(Says(Requests, LogLevel.Warning, b => b.AddFilter(Requests, LogLevel.Information)));
        Assert.False(Says(Requests, LogLevel.Warning, b => b.AddFilter(Requests, LogLevel.None)));
    }

    [Fact]
    public void WhatWeWriteOurselvesIsTheOperatorsChoice() => Assert.True(Says(Ours, LogLevel.Trace, b => b.AddFilter("Klapphaus", LogLevel.Trace)));

    static bool Says(string category, LogLevel level, Action<ILoggingBuilder> asked)
    {
        var services = new ServiceCollection();
        services.AddLogging(b => asked(b.AddConsole()));
        services.AddDiscretion();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(level);
    }
}
