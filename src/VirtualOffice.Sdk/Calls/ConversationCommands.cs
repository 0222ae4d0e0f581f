using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What an operator does with the line while talking: hold, mute, keys. It is journaled first, and what the journal says is applied; so a restart applies it again.</summary>
internal static class ConversationCommands
{
    /// <summary>Carries the command out; false when the signal is none of them.</summary>
    public static async Task<bool> TryHandleAsync(CallSession call, CallSignal signal, LegId operatorLeg)
    {
        switch (signal)
        {
            case CallSignal.SetHold hold:
                await call.AppendAsync([new HoldChanged(call.Now(), hold.IsOnHold)], [], call.Commands.ProcessedBy(hold));
                await ApplyHoldAsync(call);
                hold.Complete(true);
                return true;
            case CallSignal.SetMute mute:
                await call.AppendAsync([new MuteChanged(call.Now(), mute.IsMuted)], [], call.Commands.ProcessedBy(mute));
                await ApplyMuteAsync(call, operatorLeg);
                mute.Complete(true);
                return true;
            case CallSignal.SendDigits send when !call.Record.IsOnHold:
                await SendDigitsAsync(call, send, call.CallerLeg);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The operator has pressed the phone's own key for it.</summary>
    public static async Task HeldAsync(CallSession call, bool isHeld)
    {
        if (call.Record.IsOnHold != isHeld)
        {
            await call.AppendAsync(new HoldChanged(call.Now(), isHeld));
            await ApplyHoldAsync(call);
        }
    }

    /// <summary>The caller waits with music, or talks.</summary>
    public static async Task ApplyHoldAsync(CallSession call)
    {
        if (call.Record.IsOnHold)
        {
            await call.Pbx.LeaveAsync(call.Bridge, call.CallerLeg, call.Stopping);
            await call.Pbx.StartMusicAsync(call.CallerLeg, call.Stopping);
        }
        else
        {
            await call.Pbx.StopMusicAsync(call.CallerLeg, call.Stopping);
            await call.Pbx.JoinAsync(call.Bridge, call.CallerLeg, call.Stopping);
        }
    }

    /// <summary>The operator is heard, or not; nothing is done where that was never changed.</summary>
    public static async Task ApplyMuteAsync(CallSession call, LegId operatorLeg)
    {
        switch (call.Record.IsMuted)
        {
            case true:
                await call.Pbx.MuteAsync(operatorLeg, call.Stopping);
                break;
            case false:
                await call.Pbx.UnmuteAsync(operatorLeg, call.Stopping);
                break;
        }
    }

    /// <summary>Journaled before they are sent: keys that arrive twice are worse than keys that do not.</summary>
    public static async Task SendDigitsAsync(CallSession call, CallSignal.SendDigits send, LegId to)
    {
        await call.AppendAsync([new DigitsSent(call.Now(), to, send.Digits.Length)], [], call.Commands.ProcessedBy(send));
        await call.Pbx.SendDigitsAsync(to, send.Digits, call.Stopping);
        send.Complete(true);
    }
}
