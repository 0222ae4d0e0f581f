namespace VirtualOffice.Sdk.Calls;

/// <summary>
/// A call-back waits for an operator with the place the call had. Nobody is on the line who could hear anything, or tire: no limit of the queue lets it go.
/// </summary>
internal static class CallbackWait
{
    /// <summary>Longer no call-back waits: it ends as not reached, without an attempt, and begins anew when it is due.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static async Task RunAsync(CallSession call)
    {
        var record = call.Record;
        if (record.EnqueuedAt is null)
        {
            await call.AppendAsync(new CallQueued(call.Now(), record.PlaceFrom ?? record.ReceivedAt));
        }

        bool? isOnBoard = null;
        while (!call.IsOver && record.Stage is CallStage.Ringing or CallStage.Offer)
        {
            if (record.Stage == CallStage.Ringing && call.Signals.IsPbxConnected != isOnBoard)
            {
                isOnBoard = call.Signals.IsPbxConnected;
                EnterOrLeaveBoard(call);
            }

            var limit = record.Stage == CallStage.Ringing ? call.After(record.ReceivedAt, Longest) : Deadline.Never;
            if (limit.IsDue(call.Clock))
            {
                call.RequestEnd();
                return;
            }

            if (await OperatorRinging.SettleAsync(call))
            {
                continue;
            }

            switch (await call.Signals.NextAsync(Deadline.Earliest(limit, OperatorRinging.DeadlineOf(call))))
            {
                case CallSignal.Offered offered when offered.Ticket == call.Board.Ticket && !call.IsOver:
                    await OperatorRinging.StartAsync(call, offered);
                    break;
                case CallSignal.Exited exited when exited.Ticket == call.Board.Ticket:
                    call.RequestEnd();
                    return;
                case var other:
                    call.Signals.Decline(other);
                    break;
            }
        }
    }

    private static void EnterOrLeaveBoard(CallSession call)
    {
        if (call.Signals.IsPbxConnected)
        {
            call.Board.Enqueue();
        }
        else
        {
            call.Board.Leave();
        }
    }
}
