using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.AspNetCore.Live;

namespace VirtualOffice.Sdk.AspNetCore.Sessions;

/// <summary>
/// Asks every desk to renew its lease, and ends those that are silent. The server asks, because browsers slow the timers of tabs in the background down to one a minute,
/// but not what arrives from the network.
/// </summary>
internal sealed partial class DeskLeaseWorker(DeskSessions sessions, DeskLive live, OfficeRuntime runtime, ILogger<DeskLeaseWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(sessions.Lease / 3, runtime.Clock);
        var isRecalled = false;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                live.AskToRenew();
                try
                {
                    if (!isRecalled)
                    {
                        await sessions.RecallAsync(stoppingToken);
                        isRecalled = true;
                    }

                    await sessions.EndLostAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // A host's observer that fails must not keep dead desks on the board.
                    LogFailed(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    [LoggerMessage(EventId = 3003, Level = LogLevel.Error, Message = "Ending the leases of silent desks failed.")]
    private partial void LogFailed(Exception exception);
}
