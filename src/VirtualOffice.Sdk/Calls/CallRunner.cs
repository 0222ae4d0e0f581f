using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Scripts;
using VirtualOffice.Sdk.Stores;
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
        var (failures, isPbxSilent) = (0, false);
        if (received is not null)
        {
            await call.AppendAsync(received);
        }

        while (!call.Record.IsClosed)
        {
            var (stage, version, wasOver) = (call.Record.Stage, call.Record.Version, call.IsOver);
            try
            {
                if (isPbxSilent)
                {
                    await WaitForPbxAsync(call);
                    isPbxSilent = false;
                    continue;
                }

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
                isPbxSilent = true;
            }
            catch (StoreUnavailableException e)
            {
                LogStoreAway(call.Services.Logger, call.Id, stage, e);
                await Task.Delay(Pause, call.Clock, call.Stopping);
            }
            catch (Exception e) when (e is not JournalConflictException && (e is not OperationCanceledException || !call.Stopping.IsCancellationRequested))
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

                await Task.Delay(Pause, call.Clock, call.Stopping);
            }
        }

        activity?.SetTag("virtualoffice.call.outcome", call.Record.Outcome?.Kind.ToString());
    }

    private static async Task StepAsync(CallSession call)
    {
        await call.Lines.HangUpUnwantedAsync();
        await call.Recording.ApplyAsync();
        await (call.Record.Outcome is not null ? CallEnding.CloseAsync(call)
            : call.IsOver ? CallEnding.EndAsync(call)
            : CallStages.For(call.Record.Stage).RunAsync(call));
    }

    /// <summary>Signals wait in the mailbox for a moment, then for the PBX if it is lost; what needs no PBX is done meanwhile.</summary>
    private static async Task WaitForPbxAsync(CallSession call)
    {
        await Task.Delay(Pause, call.Clock, call.Stopping);
        if (!call.Signals.IsPbxConnected && call.Record.Stage is (CallStage.Ringing or CallStage.Queue))
        {
            call.Board.Leave();
        }

        while (!call.Signals.IsPbxConnected)
        {
            var signal = await call.Signals.NextAsync(Deadline.Never);
            if (signal is CallSignal.TakeMessage take && call.Record.Stage == CallStage.Conversation)
            {
                await MessageTaking.TakeAsync(call, take);
            }
            else if (signal is ScriptCommand command && call.Record.Stage == CallStage.Conversation)
            {
                await GuidedScript.CarryOutAsync(call, command);
            }
            else
            {
                call.Signals.Decline(signal);
            }
        }
    }

    [LoggerMessage(1005, LogLevel.Warning, "Call {Call}: the PBX did not carry out a command of stage {Stage} in time; the stage is entered again")]
    private static partial void LogPbxSilent(ILogger logger, CallId call, CallStage stage, Exception exception);

    [LoggerMessage(1008, LogLevel.Error, "Call {Call}: a store is away; stage {Stage} is entered again until it is back")]
    private static partial void LogStoreAway(ILogger logger, CallId call, CallStage stage, Exception exception);

    [LoggerMessage(1000, LogLevel.Error, "Call {Call}: stage {Stage} failed (failure {Failure} in a row)")]
    private static partial void LogStageFailed(ILogger logger, CallId call, CallStage stage, int failure, Exception exception);
}
