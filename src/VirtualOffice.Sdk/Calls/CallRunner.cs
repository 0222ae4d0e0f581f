using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Runs a call through its stages until it is closed. A stage that fails is entered again a few times, then the call is ended with an alarm; never a loop.</summary>
internal static partial class CallRunner
{
    private const int MaxFailures = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(CallSession call, CallReceived? received)
    {
        using var activity = call.Services.Instruments.StartCall(call.Id);
        var failures = 0;
        if (received is not null)
        {
            await call.AppendAsync(received);
        }

        while (!call.Record.IsClosed)
        {
            var (stage, version, wasOver) = (call.Record.Stage, call.Record.Version, call.IsOver);
            try
            {
                await StepAsync(call);
                if (call.Record.Version == version && call.IsOver == wasOver)
                {
                    throw new InvalidOperationException($"Stage {stage} returned without having moved the call on.");
                }

                failures = 0;
            }
            catch (TelephonyException e) when (e.Error == TelephonyError.Unavailable)
            {
                // The caller goes on hearing what the PBX plays, or talking. Whatever the command was, entering the stage again repeats it.
                LogPbxSilent(call.Services.Logger, call.Id, stage, e);
                await WaitForPbxAsync(call);
            }
            catch (Exception e) when (e is not OperationCanceledException || !call.Stopping.IsCancellationRequested)
            {
                failures = call.Record.Version == version ? failures + 1 : 1;
                LogStageFailed(call.Services.Logger, call.Id, stage, failures, e);
                if (failures >= MaxFailures)
                {
                    call.Failure ??= $"{e.GetType().Name}: {e.Message}";
                }

                if (failures >= 2 * MaxFailures)
                {
                    throw;
                }

                await PauseAsync(call);
            }
        }

        activity?.SetTag("virtualoffice.call.outcome", call.Record.Outcome?.Kind.ToString());
    }

    private static Task StepAsync(CallSession call)
    {
        if (call.Record.Outcome is not null)
        {
            return CallEnding.CloseAsync(call);
        }

        return call.IsOver ? CallEnding.EndAsync(call) : CallStages.For(call.Record.Stage).RunAsync(call);
    }

    private static async Task WaitForPbxAsync(CallSession call)
    {
        await PauseAsync(call);
        while (!call.PbxConnected)
        {
            call.Decline(await call.NextAsync(Deadline.Never));
        }
    }

    private static async Task PauseAsync(CallSession call)
    {
        var pause = call.After(Pause);
        while (!pause.IsDue(call.Clock))
        {
            call.Decline(await call.NextAsync(pause));
        }
    }

    [LoggerMessage(1005, LogLevel.Warning, "Call {Call}: the PBX did not carry out a command of stage {Stage} in time; the stage is entered again")]
    private static partial void LogPbxSilent(ILogger logger, CallId call, CallStage stage, Exception exception);

    [LoggerMessage(1000, LogLevel.Error, "Call {Call}: stage {Stage} failed (failure {Failure} in a row)")]
    private static partial void LogStageFailed(ILogger logger, CallId call, CallStage stage, int failure, Exception exception);
}
