using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>What a call is for the statistics of a queue: offered when it took its place, then answered, given up, or neither.</summary>
internal readonly record struct OfferedCall(CompanyId Company, DateTimeOffset At, DateTimeOffset? AnsweredAt, DateTimeOffset? AbandonedAt, DateTimeOffset? LeftAt)
{
    /// <summary>How long operators had the caller, holds included.</summary>
    public TimeSpan Handled { get; init; }

    /// <summary>Null for a call that never waited for an operator.</summary>
    public static OfferedCall? Of(CallRecord record)
    {
        if (record is not { Company: { } company, EnqueuedAt: { } at })
        {
            return null;
        }

        // As the service levels count it: the first operator who got the caller; and who gives up after an operator was lost has been answered.
        var answered = record.ConnectedAt;
        var abandoned = answered is null && record.Outcome is { Kind: CallOutcomeKind.Abandoned, Stage: CallStage.Ringing or CallStage.Queue or CallStage.Offer or CallStage.Whisper } ? record.EndedAt : null;
        var handled = record.Segments.Where(s => s is { Kind: CallSegmentKind.Operator, To: not null }).Sum(s => (s.To!.Value - s.From).Ticks);
        return new OfferedCall(company, at, answered, abandoned, answered ?? abandoned ?? record.EndedAt) { Handled = TimeSpan.FromTicks(handled) };
    }

    /// <summary>How long the caller has waited, so far or in all; never less than nothing.</summary>
    public TimeSpan WaitedUntil(DateTimeOffset now)
    {
        var waited = (LeftAt ?? now) - At;
        return waited > TimeSpan.Zero ? waited : TimeSpan.Zero;
    }
}
