using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>What a call does with its legs at the PBX: it expects them, dials, looks them up and hangs up.</summary>
internal sealed partial class CallLines(CallSession call, Action<LegId, CallSession> register)
{
    /// <summary>Makes a leg known as this call's before it exists, so that its first report finds the call.</summary>
    public LegId Expect(string suffix)
    {
        var leg = NewId(suffix);
        Expect(leg);
        return leg;
    }

    /// <summary>The id of a leg of this call.</summary>
    public LegId NewId(string suffix) => new(call.Pbx.Name, $"vo-{call.Id}-{suffix}");

    public void Expect(LegId leg)
    {
        call.Legs.Expect(leg);
        register(leg, call);
    }

    /// <summary>Dials a leg; under its id it may be repeated.</summary>
    /// <param name="leg">The leg.</param>
    /// <param name="role">Whose it is.</param>
    /// <param name="target">Where to.</param>
    /// <param name="ringTime">How long it rings.</param>
    /// <param name="shown">Whom the far end sees calling; null for the caller.</param>
    public async Task DialAsync(LegId leg, LegRole role, DialTarget target, TimeSpan ringTime, CallerId? shown = null)
    {
        // The PBX's own limit lies behind ours: it matters only when no host is there to count.
        var request = new DialRequest(leg, new LegTag(call.Id, role), target, shown ?? call.Record.Caller, ringTime + TimeSpan.FromSeconds(2));
        try
        {
            if (await call.Pbx.DialAsync(request, call.Stopping) == CommandResult.Gone)
            {
                call.Legs.MarkEnded(leg, LegEndCause.Failed);
            }

            call.Legs.MarkDialled(leg);
        }
        catch (TelephonyException e) when (e.Error == TelephonyError.Refused)
        {
            // One target that cannot be dialled is not the call's failure.
            LogDialRefused(call.Services.Logger, call.Id, leg, e);
            call.Legs.MarkEnded(leg, LegEndCause.Unreachable);
        }
    }

    public async Task HangUpAsync(LegId leg, LegEndCause cause = LegEndCause.Normal)
    {
        if (await call.Pbx.HangUpAsync(leg, cause, call.Stopping) == CommandResult.Gone)
        {
            call.Legs.MarkEnded(leg, cause);
        }
    }

    /// <summary>Hangs up everybody but the caller and whom the caller talks with: phones that rang for the same offer, an employee not wanted any more, an operator who is done.</summary>
    public async Task HangUpOthersAsync(LegId partner)
    {
        foreach (var leg in call.Legs.Alive().Where(leg => leg != call.CallerLeg && leg != partner))
        {
            await HangUpAsync(leg);
        }
    }

    /// <summary>Asks the PBX whether a leg is still there, when the report of its end may have been lost.</summary>
    public async Task LookUpAsync(LegId leg, LegEndCause cause)
    {
        if (await call.Pbx.FindLegAsync(leg, call.Stopping) is null)
        {
            call.Legs.MarkEnded(leg, cause);
        }
    }

    /// <summary>Hangs up the legs that live although the call has given them up.</summary>
    public async Task HangUpUnwantedAsync()
    {
        foreach (var leg in call.Legs.Unwanted())
        {
            await call.Pbx.HangUpAsync(leg, LegEndCause.Normal, call.Stopping);
            call.Legs.MarkHungUp(leg);
        }
    }

    /// <summary>
    /// When a phone has rung long enough: counted from the dialling, because journal and PBX may have taken their time before it; from the fact in the journal where
    /// an earlier run of the host dialled.
    /// </summary>
    public Deadline RingingEnds(LegId leg, DateTimeOffset from, TimeSpan ringTime) =>
        call.Legs.DialledAt(leg) is { } dialledAt ? Deadline.After(dialledAt, ringTime, call.Clock) : call.After(from, ringTime);

    [LoggerMessage(1007, LogLevel.Error, "Call {Call}: the PBX refuses to dial leg {Leg}; it counts as unreachable")]
    private static partial void LogDialRefused(ILogger logger, CallId call, LegId leg, Exception exception);
}
