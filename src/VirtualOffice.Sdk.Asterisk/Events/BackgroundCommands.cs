using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Commands that nobody waits for: cleaning up, mostly. What one fails at is put right by the next snapshot.</summary>
internal sealed partial class BackgroundCommands(string pbx, ILogger logger) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    public void Run(Func<CancellationToken, Task> command) => _ = RunAsync(command);

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task> command)
    {
        try
        {
            // The caller is the socket's reader: it gets its thread back before anything is sent.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await command(_stopping.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TelephonyException or OperationCanceledException or ObjectDisposedException)
        {
            LogFailed(logger, pbx, e);
        }
    }

    [LoggerMessage(2010, LogLevel.Debug, "A clean-up at Asterisk {Pbx} failed; the next connect repeats it")]
    private static partial void LogFailed(ILogger logger, string pbx, Exception exception);
}
