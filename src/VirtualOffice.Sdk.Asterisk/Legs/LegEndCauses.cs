using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>Causes of Q.850, which Asterisk makes of the SIP answers, to the office's and back.</summary>
internal static class LegEndCauses
{
    public static int ToQ850(LegEndCause cause) => cause switch
    {
        LegEndCause.Normal => 16,
        LegEndCause.Busy => 17,
        LegEndCause.NoAnswer => 19,
        LegEndCause.Rejected => 21,
        LegEndCause.Unreachable => 20,
        LegEndCause.Invalid => 1,
        _ => 34,
    };

    /// <summary>Why a leg ended.</summary>
    /// <param name="cause">Asterisk's cause.</param>
    /// <param name="wasAnswered">An answered leg can no longer be busy, decline or not answer: it was hung up.</param>
    /// <param name="hasRung">
    /// Where nothing rang nobody can have missed it: a phone that is switched off does not say so, it says nothing (the time runs out), 408 or 480.
    /// </param>
    /// <param name="wish">The cause with which the office itself hung up, null when it did not.</param>
    public static LegEndCause FromQ850(int cause, bool wasAnswered, bool hasRung, LegEndCause? wish)
    {
        if (wish is { } wished && (wasAnswered || cause is 0 or 16 or 127 || cause == ToQ850(wished)))
        {
            return wished;
        }

        return cause switch
        {
            0 or 16 or 31 or 127 => wasAnswered || cause != 0 ? LegEndCause.Normal : LegEndCause.Failed,
            26 => LegEndCause.Normal,
            17 or 18 or 19 or 21 when wasAnswered => LegEndCause.Normal,
            17 => LegEndCause.Busy,
            18 or 19 => hasRung ? LegEndCause.NoAnswer : LegEndCause.Unreachable,
            21 => LegEndCause.Rejected,
            1 or 28 => wasAnswered ? LegEndCause.Normal : LegEndCause.Invalid,
            2 or 3 or 20 or 22 or 27 => LegEndCause.Unreachable,
            _ => LegEndCause.Failed,
        };
    }
}
