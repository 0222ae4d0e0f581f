using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Callbacks;

/// <summary>
/// A caller whom nobody served and whom somebody should call back. It comes into being with the end of the call, in the same transaction, and stays on the work list
/// until a person has dealt with it or the caller has called the company again and was served.
/// </summary>
/// <param name="Call">The call; each leaves at most one task.</param>
/// <param name="Company">The company called.</param>
/// <param name="Number">The number to call.</param>
/// <param name="Name">The display name the network gave; null when there was none.</param>
/// <param name="CalledAt">When the caller called, UTC.</param>
/// <param name="Outcome">How the call ended.</param>
/// <param name="Stage">Where it was then.</param>
/// <param name="Waited">How long the caller had waited for an operator; null when the outcome does not tell.</param>
/// <param name="End">How the task ended; null while it is open.</param>
public sealed record CallbackTask(
    CallId Call,
    CompanyId Company,
    PhoneNumber Number,
    string? Name,
    DateTimeOffset CalledAt,
    CallOutcomeKind Outcome,
    CallStage Stage,
    TimeSpan? Waited,
    CallbackEnd? End = null)
{
    /// <summary>How often the caller has been called back in vain.</summary>
    public int Attempts { get; init; }

    /// <summary>When the last of these attempts ended, UTC; null when there was none.</summary>
    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>The task that an ended call leaves; null when it leaves none: it lives, was served without a promise to call back, was refused for another reason than overload, is a call-back itself, or there is no company or no number to call.</summary>
    public static CallbackTask? Of(CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call is { CallsBack: null, Outcome: { } outcome, Company: { } company, Caller.Number: { } number } && (call.CallbackPromisedAt is not null || !IsServed(call))
            && (outcome.Kind != CallOutcomeKind.Refused || outcome.Refusal == RefusalReason.Overload)
            ? new CallbackTask(call.Id, company, number, call.Caller.Name, call.ReceivedAt, outcome.Kind, outcome.Stage, outcome.Waited)
            : null;
    }

    /// <summary>Whether an ended call was a call-back in vain: it counts as an attempt of the task of <see cref="CallRecord.CallsBack"/>.</summary>
    public static bool IsAttempt(CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call is { CallsBack: not null, CallerDialledAt: not null, Outcome: not null } && !IsServed(call);
    }

    /// <summary>Whether an ended call served its caller, which ends the tasks of earlier calls of the same number to the same company.</summary>
    public static bool IsServed(CallRecord call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Outcome is { Kind: var kind } && (call.Messages.Count > 0
            || kind is CallOutcomeKind.Completed or CallOutcomeKind.Transferred or CallOutcomeKind.MessageTaken or CallOutcomeKind.InformationGiven);
    }
}
