using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>One number of an employee being dialled.</summary>
/// <param name="Number">The number dialled.</param>
/// <param name="Leg">The leg.</param>
/// <param name="At">When it was started.</param>
/// <param name="EndedAt">When it had its result; null while it rings.</param>
/// <param name="Result">Its result; null while it rings.</param>
public sealed record TransferAttempt(PhoneNumber Number, LegId Leg, DateTimeOffset At, DateTimeOffset? EndedAt = null, AttemptResult? Result = null);
