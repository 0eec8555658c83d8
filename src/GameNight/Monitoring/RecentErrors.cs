using System.Collections.Concurrent;

namespace GameNight.Monitoring;

/// <summary>Keeps in memory what was logged last as an error, for the host to see. Safe for concurrent use.</summary>
[ProviderAlias("RecentErrors")]
public sealed class RecentErrors(TimeProvider clock) : ILoggerProvider, ILogger
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 10;

    private readonly ConcurrentQueue<(DateTimeOffset Time, string Message)> _errors = new();

    /// <summary>The latest first.</summary>
    public IReadOnlyList<(DateTimeOffset Time, string Message)> All => [.. _errors.Reverse()];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        _errors.Enqueue((clock.GetUtcNow(), $"{formatter(state, exception)}{(exception is null ? "" : $": {exception.Message}")}"));
        while (_errors.Count > Kept)
            _errors.TryDequeue(out _);
    }

    public void Dispose()
    {
        // Nothing is open.
    }
}
