using Microsoft.Extensions.Logging;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>Keeps what hosts logged as errors, so that a failed run says why.</summary>
internal sealed class ErrorLog : ILoggerFactory, ILogger
{
    private readonly List<(string Line, Exception? Exception)> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines.Select(l => l.Exception is null ? l.Line : $"{l.Line} {l.Exception}")];

    /// <summary>Hears of each line.</summary>
    public Action<string>? OnLine { get; set; }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This log keeps its lines itself.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            var line = $"{logLevel}: {formatter(state, exception)}";
            _lines.Add((line, exception));
            OnLine?.Invoke(exception is null ? line : $"{line} ({exception.GetType().Name}: {exception.Message})");
        }
    }

    public void Dispose()
    {
    }
}
