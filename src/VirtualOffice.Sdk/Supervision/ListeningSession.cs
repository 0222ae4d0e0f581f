using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Supervision;

/// <summary>
/// One supervisor at one call: rings their phone, and lets it hear the operator's leg, whichever that is, until the call ends, the supervisor hangs up, or it is stopped. The call itself knows
/// nothing of it.
/// </summary>
internal sealed class ListeningSession(
    CallSession call, CallDirectory calls, OperatorDefinition supervisor, RecipientLeg leg, CallListener listener, OfficeEvents events, OfficeRuntime runtime, OfficeOptions options)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan HangUpPause = TimeSpan.FromSeconds(1);
    private const int HangUpTries = 5;

    private readonly IListeningIn _pbx = (IListeningIn)call.Pbx;
    private volatile CallListener _listener = listener;
    private volatile bool _isStopped;
    private bool _hasEnded;
    private (LegId Target, ListeningMode Mode)? _applied;

    public CallListener Listener => _listener;

    public CompanyId? Company => call.Record.Company;

    public void Change(ListeningMode mode, string by) => _listener = _listener with { Mode = mode, By = by };

    public void Stop() => _isStopped = true;

    public async Task RunAsync()
    {
        try
        {
            var shown = CallerId.Clean(call.Record.Dialled, call.Company?.Name);
            var request = new DialRequest(leg.Id, new LegTag(call.Id, LegRole.Supervisor), new DeviceTarget(supervisor.Device), shown, options.RingTime);
            await call.Pbx.DialAsync(request, CancellationToken.None);
            leg.IsDialled = true;
            var ringing = Deadline.After(options.RingTime, runtime.Clock);
            while (!_hasEnded && !_isStopped && IsUp && (_listener.IsConnected || !ringing.IsDue(runtime.Clock)))
            {
                if (_listener.IsConnected)
                {
                    await ApplyAsync();
                }

                Hear(await leg.NextAsync(Look, CancellationToken.None));
            }
        }
        finally
        {
            if (!_hasEnded)
            {
                await HangUpAsync();
            }
        }
    }

    private bool IsUp => calls.Find(call.Id) == call && call.Record.Outcome is null;

    private void Hear(LegEvent? reported)
    {
        switch (reported)
        {
            case LegEnded:
                _hasEnded = true;
                break;
            case LegAnswered when !_listener.IsConnected:
                _listener = _listener with { IsConnected = true };
                events.Publish(new ListeningChanged(_listener, HasEnded: false));
                break;
        }
    }

    /// <summary>Brings about what is wanted, where it is not so; what the PBX does not do now is tried again.</summary>
    private async Task ApplyAsync()
    {
        (LegId, ListeningMode)? wanted = call.Record.OperatorLeg is { } target ? (target, _listener.Mode) : null;
        if (wanted == _applied)
        {
            return;
        }

        try
        {
            switch (wanted)
            {
                case (_, ListeningMode.Barge):
                    await _pbx.StopListeningInAsync(leg.Id, CancellationToken.None);
                    await call.Pbx.JoinAsync(call.Bridge, leg.Id, CancellationToken.None);
                    break;
                case ({ } operatorLeg, var mode):
                    await call.Pbx.LeaveAsync(call.Bridge, leg.Id, CancellationToken.None);
                    await _pbx.ListenInAsync(leg.Id, operatorLeg, mode == ListeningMode.Whisper, CancellationToken.None);
                    break;
                default:
                    await call.Pbx.LeaveAsync(call.Bridge, leg.Id, CancellationToken.None);
                    await _pbx.StopListeningInAsync(leg.Id, CancellationToken.None);
                    break;
            }

            _applied = wanted;
        }
        catch (TelephonyException)
        {
            // The next look tries again.
        }
    }

    private async Task HangUpAsync()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await call.Pbx.HangUpAsync(leg.Id, LegEndCause.Normal, CancellationToken.None);
                return;
            }
            catch (TelephonyException e) when (e.Error == TelephonyError.Unavailable && tries < HangUpTries)
            {
                await Task.Delay(HangUpPause, runtime.Clock);
            }
            catch (TelephonyException)
            {
                // The next reconciliation ends it: nobody attends to it any longer.
                return;
            }
        }
    }
}
