using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;

namespace VirtualOffice.Sdk.Queues;

/// <summary>Counts who was answered and who gave up, by company and minute. Fed with what is journaled; safe for concurrent use.</summary>
internal sealed class ServiceLevels
{
    public static readonly TimeSpan Threshold = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private const int Minutes = 60;

    private readonly Lock _gate = new();
    private readonly Dictionary<CompanyId, MinuteCounts[]> _companies = [];

    /// <summary>Looks whether an event of a call, which the record shows already, is an answer or a caller who gave up.</summary>
    public void Follow(CallRecord record, CallEvent callEvent)
    {
        if (record is not { Company: { } company, EnqueuedAt: { } enqueuedAt })
        {
            return;
        }

        switch (callEvent)
        {
            // Who hangs up while the operator still hears which company it is was not answered.
            case OfferEnded { Result: OfferResult.Accepted, Whispers: false } or WhisperEnded:
                var at = callEvent.At;
                Count(company, at, at - enqueuedAt <= Threshold ? new MinuteCounts(0, 1, 1, 0, 0) : new MinuteCounts(0, 1, 0, 0, 0));
                break;
            case CallEnded { Outcome: { Kind: CallOutcomeKind.Abandoned, Stage: CallStage.Ringing or CallStage.Queue or CallStage.Offer or CallStage.Whisper }, At: var gaveUpAt } when record.ConnectedAt is null:
                Count(company, gaveUpAt, gaveUpAt - enqueuedAt <= Threshold ? new MinuteCounts(0, 0, 0, 1, 1) : new MinuteCounts(0, 0, 0, 1, 0));
                break;
        }
    }

    /// <summary>The service over a time that ends now: this minute, and as many whole ones before as it takes.</summary>
    public ServiceLevel Of(CompanyId company, TimeSpan window, DateTimeOffset now)
    {
        var (minute, span, sum) = (MinuteOf(now), (int)window.TotalMinutes, default(MinuteCounts));
        lock (_gate)
        {
            foreach (var counts in _companies.GetValueOrDefault(company) ?? [])
            {
                if (counts.Minute > minute - span && counts.Minute <= minute)
                {
                    sum = sum.Plus(counts);
                }
            }
        }

        return new ServiceLevel(window, Threshold, sum.Answered, sum.AnsweredInTime, sum.Abandoned, sum.AbandonedInTime);
    }

    private static long MinuteOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;

    private void Count(CompanyId company, DateTimeOffset at, MinuteCounts counted)
    {
        var minute = MinuteOf(at);
        lock (_gate)
        {
            if (!_companies.TryGetValue(company, out var minutes))
            {
                _companies.Add(company, minutes = new MinuteCounts[Minutes]);
            }

            ref var counts = ref minutes[minute % Minutes];
            counts = (counts.Minute == minute ? counts : default).Plus(counted) with { Minute = minute };
        }
    }

    /// <summary>What happened in a minute.</summary>
    private readonly record struct MinuteCounts(long Minute, int Answered, int AnsweredInTime, int Abandoned, int AbandonedInTime)
    {
        public MinuteCounts Plus(MinuteCounts other) => new(
            Minute, Answered + other.Answered, AnsweredInTime + other.AnsweredInTime, Abandoned + other.Abandoned, AbandonedInTime + other.AbandonedInTime);
    }
}
