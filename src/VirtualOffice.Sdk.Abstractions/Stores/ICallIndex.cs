using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Stores;

/// <summary>
/// The journal's materialised views: calls, segments and recordings, found without folding journals. They are written in the transaction of the append
/// they come from, so they never differ from the journal. Pages are by key, so that the millionth call costs what the first does. Safe for concurrent use.
/// </summary>
public interface ICallIndex
{
    /// <summary>A page of calls, newest first.</summary>
    Task<IReadOnlyList<CallSummary>> ListCallsAsync(CallFilter filter, CancellationToken cancellationToken);

    /// <summary>A page of the segments of ended calls, for usage and loss reports, ordered by call and place in it.</summary>
    Task<IReadOnlyList<SegmentEntry>> ListSegmentsAsync(SegmentFilter filter, CancellationToken cancellationToken);

    /// <summary>A page of recordings, newest call first, with their pauses and without the fields they answer: those are in the journal.</summary>
    Task<IReadOnlyList<RecordingEntry>> ListRecordingsAsync(RecordingFilter filter, CancellationToken cancellationToken);

    /// <summary>Which of these callers' legs belong to a call of the journal.</summary>
    /// <param name="legs">At most 500.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlySet<LegId>> FindCallerLegsAsync(IReadOnlyCollection<LegId> legs, CancellationToken cancellationToken);

    /// <summary>What callers asked a company, the most often asked first: at most 500 questions.</summary>
    /// <param name="company">The company.</param>
    /// <param name="since">Only what was noted at this time or later, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<QuestionCount>> CountQuestionsAsync(CompanyId company, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>How many calls there are by outcome, those still open apart, counted in the rows themselves and not from running totals.</summary>
    /// <param name="since">Only calls received at this time or later, UTC.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<CallCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken);
}
