using Microsoft.Extensions.Logging;

namespace VirtualOffice.Sdk.Bookkeeping;

/// <summary>Draws up the books every so often, and raises the alarm when something in them stays out of balance.</summary>
internal sealed partial class BooksWorker(Bookkeeper bookkeeper, OfficeRuntime runtime, OfficeEvents events, OfficeInstruments instruments, ILogger<BooksWorker> logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AlarmAfter = TimeSpan.FromMinutes(1);

    private long? _outOfBalanceSince;
    private bool _isAlarm;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Every, runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            try
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    Judge(await bookkeeper.DrawUpAsync(cancellationToken));
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogNotDrawnUp(logger, e);
            }
        }
    }

    private void Judge(OfficeBooks books)
    {
        instruments.Books = books;
        if (books.Imbalances.Count == 0)
        {
            _outOfBalanceSince = null;
            Raise(isAlarm: false, []);
            return;
        }

        _outOfBalanceSince ??= runtime.Clock.GetTimestamp();
        if (runtime.Clock.GetElapsedTime(_outOfBalanceSince.Value) >= AlarmAfter)
        {
            Raise(isAlarm: true, books.Imbalances);
        }
    }

    private void Raise(bool isAlarm, IReadOnlyList<string> imbalances)
    {
        instruments.BooksAlarm = imbalances;
        if (isAlarm == _isAlarm)
        {
            return;
        }

        _isAlarm = isAlarm;
        if (isAlarm)
        {
            LogAlarm(logger, string.Join(' ', imbalances));
        }
        else
        {
            LogBalanced(logger);
        }

        events.Publish(new BooksAlarm(imbalances));
    }

    [LoggerMessage(1600, LogLevel.Critical, "The office's books do not balance: {Imbalances}")]
    private static partial void LogAlarm(ILogger logger, string imbalances);

    [LoggerMessage(1601, LogLevel.Information, "The office's books balance again")]
    private static partial void LogBalanced(ILogger logger);

    [LoggerMessage(1602, LogLevel.Warning, "The office's books could not be drawn up; a store is away")]
    private static partial void LogNotDrawnUp(ILogger logger, Exception exception);
}
