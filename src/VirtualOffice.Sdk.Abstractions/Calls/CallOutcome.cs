namespace VirtualOffice.Sdk.Calls;

/// <summary>How an incoming call ended. What was achieved beats how it ended: a message saved and then a hang-up is <see cref="CallOutcomeKind.MessageTaken"/>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Stage">Where the call was when it ended.</param>
/// <param name="Waited">How long the caller had waited for an operator; set for <see cref="CallOutcomeKind.Abandoned"/>.</param>
/// <param name="Refusal">Why it was refused; set for <see cref="CallOutcomeKind.Refused"/>.</param>
/// <param name="Detail">What a person must know; set for <see cref="CallOutcomeKind.FailedInternal"/> and <see cref="CallOutcomeKind.NotReached"/>.</param>
public sealed record CallOutcome(
    CallOutcomeKind Kind,
    CallStage Stage,
    TimeSpan? Waited = null,
    RefusalReason? Refusal = null,
    string? Detail = null);
