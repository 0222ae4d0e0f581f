using Microsoft.Extensions.Logging;

namespace VirtualOffice.Sdk.Telephony;

/// <summary>Ends what belongs to no living call, without anybody waiting for it.</summary>
internal sealed partial class PbxCleaner(ITelephonyProvider pbx, OfficeRuntime runtime, ILogger<PbxCleaner> logger)
{
    private const int Tries = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public void HangUp(LegId leg, CancellationToken cancellationToken)
    {
        LogGhost(logger, leg);
        Start(() => pbx.HangUpAsync(leg, LegEndCause.Normal, cancellationToken));
    }

    public void Destroy(BridgeId bridge, CancellationToken cancellationToken) => Start(() => pbx.DestroyBridgeAsync(bridge, cancellationToken));

    private void Start(Func<Task> command) =>
        _ = Task.Factory.StartNew(() => RunAsync(command), CancellationToken.None, TaskCreationOptions.DenyChildAttach, runtime.Scheduler);

    private async Task RunAsync(Func<Task> command)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await command();
                return;
            }
            catch (TelephonyException e) when (e.Error == TelephonyError.Unavailable && tries < Tries)
            {
                await Task.Delay(Pause, runtime.Clock);
            }
            catch (Exception e) when (e is TelephonyException or OperationCanceledException)
            {
                LogCommandFailed(logger, pbx.Name, e);
                return;
            }
        }
    }

    [LoggerMessage(1203, LogLevel.Warning, "Leg {Leg} belongs to no living call and is hung up")]
    private static partial void LogGhost(ILogger logger, LegId leg);

    [LoggerMessage(1204, LogLevel.Warning, "A clean-up at PBX {Pbx} failed; the next reconciliation repeats it")]
    private static partial void LogCommandFailed(ILogger logger, string pbx, Exception exception);
}
