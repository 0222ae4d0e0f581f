using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.AspNetCore.Statistics;

/// <summary>What a call is for the statistics of a queue: offered when it took its place, then answered, given up, or neither.</summary>
internal readonly record struct OfferedCall(CompanyId Company, DateTimeOffset At, DateTimeOffset? AnsweredAt, DateTimeOffset? AbandonedAt, DateTimeOffset? LeftAt)
{
    /// <summary>Null for a call that never waited for an operator.</summary>
    public static OfferedCall? Of(CallRecord record)
    {
        if (record is not { Company: { } company, EnqueuedAt: { } at })
        {
            return null;
        }

        // As the service levels count it: the first answer; and who gives up after an operator was lost has been answered.
        var answered = record.Offers.FirstOrDefault(o => o.Result == OfferResult.Accepted)?.EndedAt;
        var abandoned = answered is null && record.Outcome is { Kind: CallOutcomeKind.Abandoned, Stage: CallStage.Ringing or CallStage.Queue or CallStage.Offer } ? record.EndedAt : null;
        return new OfferedCall(company, at, answered, abandoned, answered ?? abandoned ?? record.EndedAt);
    }

    /// <summary>How long the caller has waited, so far or in all; never less than nothing.</summary>
    public TimeSpan WaitedUntil(DateTimeOffset now)
    {
        var waited = (LeftAt ?? now) - At;
        return waited > TimeSpan.Zero ? waited : TimeSpan.Zero;
    }
}
