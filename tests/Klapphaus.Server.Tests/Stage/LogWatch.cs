using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>Waits for what the operator reads in the log.</summary>
sealed class LogWatch : ILoggerProvider, ILogger
{
    readonly ConcurrentDictionary<(int Number, string Part), TaskCompletionSource<string>> awaited = [];

    public LogWatch(TestHouse house) => house.Services.GetRequiredService<ILoggerFactory>().AddProvider(this);

    /// <summary>The next line with this number that says this.</summary>
    public Task<string> LineAsync(int number, string part = "") =>
        awaited.GetOrAdd((number, part), _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(TimeSpan.FromSeconds(30));

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception);
        foreach (var wanted in awaited.Keys.Where(w => w.Number == eventId.Id && text.Contains(w.Part, StringComparison.Ordinal)))
            if (awaited.TryRemove(wanted, out var line)) line.TrySetResult(text);
    }

    public void Dispose()
    {
        // nothing is held
    }
}
