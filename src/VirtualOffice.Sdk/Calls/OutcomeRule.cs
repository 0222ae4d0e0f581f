using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Which outcome a call has, from its record and how it ended. What was achieved beats how it ended.</summary>
internal static class OutcomeRule
{
    public static CallOutcome For(CallSession call)
    {
        var record = call.Record;
        var stage = record.Stage;

        // Overload ends calls, too, that have come back to the queue from an operator.
        if (call.Refusal is { } refusal and not RefusalReason.Overload)
        {
            return new CallOutcome(CallOutcomeKind.Refused, stage, Refusal: refusal);
        }

        if (record.Transfers.Any(t => t.Result == TransferResult.Transferred))
        {
            return new CallOutcome(CallOutcomeKind.Transferred, stage);
        }

        if (record.Messages.Count > 0)
        {
            return new CallOutcome(CallOutcomeKind.MessageTaken, stage);
        }

        if (record.CallbackPromisedAt is not null)
        {
            return new CallOutcome(CallOutcomeKind.CallbackScheduled, stage, Waited(call));
        }

        if (call.Failure is { } failure)
        {
            return new CallOutcome(CallOutcomeKind.FailedInternal, stage, Detail: failure);
        }

        if (call.LostByPbx)
        {
            return new CallOutcome(CallOutcomeKind.LostByPbx, stage);
        }

        if (!record.HasCaller)
        {
            return new CallOutcome(CallOutcomeKind.NotReached, stage, Detail: WhyNotReached(call));
        }

        if (stage == CallStage.Script && record.Script is { GaveInformation: true })
        {
            return new CallOutcome(CallOutcomeKind.InformationGiven, stage);
        }

        if (stage == CallStage.Announcement)
        {
            return record.QueueAction == QueueAction.Callback
                ? new CallOutcome(CallOutcomeKind.CallbackScheduled, stage, Waited(call))
                : new CallOutcome(CallOutcomeKind.Refused, stage, Refusal: RefusalReason.Overload);
        }

        return stage == CallStage.Conversation
            ? new CallOutcome(CallOutcomeKind.Completed, stage)
            : new CallOutcome(CallOutcomeKind.Abandoned, stage, Waited(call));
    }

    private static string WhyNotReached(CallSession call) => (call.Record.CallerDialledAt, call.Legs.EndOf(call.CallerLeg)) switch
    {
        (null, _) => "The caller was not dialled.",
        (_, LegEndCause.Busy) => "The caller's phone is busy.",
        (_, LegEndCause.Rejected) => "The caller rejected the call.",
        (_, LegEndCause.Unreachable or LegEndCause.Invalid) => "The caller cannot be reached.",
        _ => "The caller did not answer.",
    };

    private static TimeSpan Waited(CallSession call)
    {
        var waited = call.Now() - (call.Record.EnqueuedAt ?? call.Record.ReceivedAt);
        return waited > TimeSpan.Zero ? waited : TimeSpan.Zero;
    }
}
