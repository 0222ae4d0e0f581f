using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Ends legs and sees to it that they are gone: two numbers never ring at once, and no leg outlives its call.</summary>
internal static class LegEnding
{
    private const int Rounds = 3;

    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(3);

    /// <summary>Hangs up and waits for the ends; where a report of them does not come, the PBX is asked. Gives up after some rounds.</summary>
    /// <param name="call">The call.</param>
    /// <param name="legs">Those of them that live; asked anew in every round.</param>
    /// <param name="cause">Why.</param>
    /// <param name="endsWithCall">Whether to return as soon as the call is over, because its end takes care of every leg.</param>
    public static async Task EndAsync(CallSession call, Func<IReadOnlyList<LegId>> legs, LegEndCause cause, bool endsWithCall)
    {
        for (var round = 0; round < Rounds && legs().Count > 0; round++)
        {
            foreach (var leg in legs())
            {
                await call.Lines.HangUpAsync(leg, cause);
            }

            var deadline = call.After(RoundTime);
            while (legs().Count > 0 && !deadline.IsDue(call.Clock))
            {
                if (endsWithCall && call.IsOver)
                {
                    return;
                }

                call.Signals.Decline(await call.Signals.NextAsync(deadline));
            }

            foreach (var leg in legs())
            {
                await call.Lines.LookUpAsync(leg, cause);
            }
        }
    }
}
