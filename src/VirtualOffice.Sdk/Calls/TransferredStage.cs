using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Caller and employee talk; the operator is out of it.</summary>
internal sealed class TransferredStage : ICallStage
{
    public async Task RunAsync(CallSession call)
    {
        var employeeLeg = call.Record.EmployeeLeg!.Value;
        await ConnectAsync(call, employeeLeg);
        while (!call.IsOver)
        {
            if (!call.Legs.IsAlive(employeeLeg))
            {
                call.RequestEnd();
                return;
            }

            var signal = await call.Signals.NextAsync(Deadline.Never);
            if (signal is CallSignal.PbxSeen)
            {
                await ConnectAsync(call, employeeLeg);
            }
            else
            {
                call.Signals.Decline(signal);
            }
        }
    }

    private static async Task ConnectAsync(CallSession call, LegId employeeLeg)
    {
        await call.Pbx.StopMusicAsync(call.CallerLeg, call.Stopping);
        await call.Pbx.JoinAsync(call.Bridge, call.CallerLeg, call.Stopping);
        await call.Pbx.JoinAsync(call.Bridge, employeeLeg, call.Stopping);
        await call.Lines.HangUpOthersAsync(employeeLeg);
    }
}
