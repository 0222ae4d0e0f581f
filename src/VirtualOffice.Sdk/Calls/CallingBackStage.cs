using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>An operator is on the line and hears ringing while the caller to be called back is dialled, once.</summary>
internal sealed class CallingBackStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        var (record, operatorLeg) = (call.Record, call.Record.OperatorLeg!.Value);
        await call.Pbx.RingAsync(operatorLeg, call.Stopping);
        await call.Lines.HangUpOthersAsync(operatorLeg);
        if (record.CallerDialledAt is null)
        {
            if (await call.Services.Callbacks.FindAsync(record.CallsBack!.Value, call.Stopping) is not { End: null })
            {
                // The caller was served meanwhile, or need not be called any more.
                call.RequestEnd();
                return;
            }

            await call.AppendAsync(new CallerDialled(call.Now()));
        }

        if (call.Legs.EndOf(call.CallerLeg) is null && !call.Legs.IsDialled(call.CallerLeg))
        {
            call.Lines.Expect(call.CallerLeg);
            await call.Lines.DialAsync(call.CallerLeg, LegRole.Caller, new NumberTarget(record.Caller.Number!), call.Options.CallbackRingTime, CallerId.Clean(record.Dialled, null));
        }

        await WaitForAnswerAsync(call, operatorLeg, call.After(record.CallerDialledAt!.Value, call.Options.CallbackRingTime));
    }

    private static async Task WaitForAnswerAsync(CallSession call, LegId operatorLeg, Deadline ringTime)
    {
        while (!call.IsOver)
        {
            if (call.Legs.IsUp(call.CallerLeg))
            {
                await SilenceGuard.AppendAsync(call, CallAnswer.Events(call));
                return;
            }

            if (!call.Legs.IsAlive(operatorLeg) || ringTime.IsDue(call.Clock))
            {
                // An operator who has hung up calls nobody back.
                call.RequestEnd();
                return;
            }

            switch (await call.Signals.NextAsync(ringTime))
            {
                case CallSignal.PbxSeen:
                    await call.Pbx.RingAsync(operatorLeg, call.Stopping);
                    break;
                case var other:
                    call.Signals.Decline(other);
                    break;
            }
        }
    }
}
