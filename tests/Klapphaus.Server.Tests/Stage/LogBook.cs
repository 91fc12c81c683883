using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klapphaus.Server.Tests.Stage;

/// <summary>Keeps everything that is logged from now on, as the most talkative output would write it: text, values, scopes, exceptions.</summary>
sealed class LogBook : ILoggerProvider, ISupportExternalScope
{
    readonly ConcurrentQueue<string> lines = new();
    readonly LogLevel least;
    IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public LogBook(TestHouse house, LogLevel least = LogLevel.Trace)
    {
        this.least = least;
        house.Services.GetRequiredService<ILoggerFactory>().AddProvider(this);
    }

    public IReadOnlyCollection<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
        // nothing is held
    }

    sealed class Writer(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => book.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= book.least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            List<object?> parts = [logLevel, category, eventId, formatter(state, exception)];
            if (state is IEnumerable<KeyValuePair<string, object?>> values) parts.AddRange(values.Select(v => $"{v.Key}={v.Value}"));
            book.scopes.ForEachScope((scope, all) => all.Add(scope), parts);
            parts.Add(exception);
            book.lines.Enqueue(string.Join(" | ", parts));
        }
    }
}
