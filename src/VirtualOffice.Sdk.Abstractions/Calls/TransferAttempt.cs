using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>One number being dialled.</summary>
/// <param name="Number">The number dialled.</param>
/// <param name="Leg">The leg.</param>
/// <param name="At">When it was started.</param>
/// <param name="EndedAt">When it had its result; null while it rings.</param>
/// <param name="Result">Its result; null while it rings.</param>
public sealed record TransferAttempt(PhoneNumber Number, LegId Leg, DateTimeOffset At, DateTimeOffset? EndedAt = null, AttemptResult? Result = null)
{
    /// <summary>Whose number it is; null for one dialled by hand.</summary>
    public EmployeeId? Employee { get; init; }

    /// <summary>The step of the plan, from 1.</summary>
    public int Step { get; init; }

    /// <summary>When somebody answered who has to accept first or with whom the operator speaks first; null before, and where the caller is connected at once.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}
