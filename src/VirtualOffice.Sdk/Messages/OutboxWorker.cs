using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.Messages;

/// <summary>
/// Delivers what is due in the outbox, a few at a time, so that one server that hangs does not hold up the others.
/// It can be killed at any moment: its claims are freed by the next run, and the attempts are repeated under the same ids.
/// </summary>
internal sealed partial class OutboxWorker(
    IMessageOutbox outbox,
    DeliveryRunner runner,
    OfficeRuntime runtime,
    ILogger<OutboxWorker> logger)
{
    /// <summary>How many attempts are made at once.</summary>
    public const int MaxAtOnce = 8;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _running;
    private bool _hasReleased;

    /// <summary>There is something new to deliver, or a place has become free.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>A message was taken: it is to be delivered, and one that it corrects is not any more.</summary>
    public void Taken(Message message)
    {
        if (message.Corrects is { } wrong)
        {
            runner.Corrected(wrong);
        }

        Wake();
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await StartDueAsync(cancellationToken);
                await SleepAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogOutboxFailed(logger, e);
                await Task.Delay(LongestSleep, runtime.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private async Task StartDueAsync(CancellationToken cancellationToken)
    {
        if (!_hasReleased)
        {
            await outbox.ReleaseClaimsAsync(cancellationToken);
            _hasReleased = true;
        }

        while (MaxAtOnce - Volatile.Read(ref _running) is > 0 and var free)
        {
            var now = runtime.Clock.GetUtcNow();
            var claims = await outbox.ClaimAsync(free, now, now + DeliveryRunner.ClaimTime, cancellationToken);
            foreach (var claim in claims)
            {
                Interlocked.Increment(ref _running);
                _ = RunOneAsync(claim, cancellationToken);
            }

            if (claims.Count < free)
            {
                return;
            }
        }
    }

    private async Task RunOneAsync(ClaimedDelivery claim, CancellationToken cancellationToken)
    {
        try
        {
            await runner.RunAsync(claim, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The next run of the host attempts it again.
        }
        catch (Exception e)
        {
            LogOutboxFailed(logger, e);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Wake();
        }
    }

    private async Task SleepAsync(CancellationToken cancellationToken)
    {
        // Other hosts write too, and claims run out: look now and then even when nobody wakes us.
        await using var timer = runtime.Clock.CreateTimer(_ => Wake(), null, LongestSleep, Timeout.InfiniteTimeSpan);
        await _wake.Reader.ReadAsync(cancellationToken);
    }

    [LoggerMessage(1300, LogLevel.Error, "The outbox failed; it is tried again")]
    private static partial void LogOutboxFailed(ILogger logger, Exception exception);
}
