using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Stores;

/// <summary>The journal's views in memory: folded when they are asked for.</summary>
internal sealed class InMemoryCallIndex(InMemoryCallJournal journal) : ICallIndex
{
    private const int MaxQuestions = 500;

    public Task<IReadOnlyList<CallSummary>> ListCallsAsync(CallFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Task.FromResult<IReadOnlyList<CallSummary>>(
        [
            .. Records(filter.Scope).Reverse()
                .Where(r => filter.Before is not { } before || r.Id < before)
                .Where(r => filter.Outcome is not { } outcome || r.Outcome?.Kind == outcome)
                .Where(r => filter.Operator is not { } op || r.Operator == op)
                .Where(r => filter.Caller is not { } caller || r.Caller.Number == caller)
                .Where(r => filter.From is not { } from || r.ReceivedAt >= from)
                .Where(r => filter.Until is not { } until || r.ReceivedAt < until)
                .Take(filter.Limit)
                .Select(r => new CallSummary(
                    r.Id, r.Version, r.Company, r.CallerLeg, r.Dialled, r.Caller, r.ReceivedAt, r.AnsweredAt, r.EndedAt, r.Outcome?.Kind, r.Operator, r.IsClosed)),
        ]);
    }

    public Task<IReadOnlyList<SegmentEntry>> ListSegmentsAsync(SegmentFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Task.FromResult<IReadOnlyList<SegmentEntry>>(
        [
            .. Records(filter.Scope)
                .Where(r => r.Outcome is not null && r.ReceivedAt >= filter.From && r.ReceivedAt < filter.Until)
                .SelectMany(r => r.Segments.Select((segment, i) => new SegmentEntry(r.Id, i + 1, r.Company, segment)))
                .Where(s => filter.After is not { } after || (s.Call, s.Number).CompareTo(after) > 0)
                .Take(filter.Limit),
        ]);
    }

    public Task<IReadOnlyList<RecordingEntry>> ListRecordingsAsync(RecordingFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Task.FromResult<IReadOnlyList<RecordingEntry>>(
        [
            .. Records(filter.Scope)
                .SelectMany(r => r.Recordings.Select(recording => new RecordingEntry(r.Id, r.Company, recording with { Field = null })))
                .OrderByDescending(e => e.Call).ThenByDescending(e => e.Recording.Id)
                .Where(e => filter.State is not { } state || e.Recording.State == state)
                .Where(e => filter.Before is not { } before || (e.Call, e.Recording.Id).CompareTo(before) < 0)
                .Take(filter.Limit),
        ]);
    }

    public Task<IReadOnlySet<LegId>> FindCallerLegsAsync(IReadOnlyCollection<LegId> legs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(legs);
        var asked = legs.ToHashSet();
        return Task.FromResult<IReadOnlySet<LegId>>(journal.Histories(_ => true).Select(h => ((CallReceived)h.Events[0]).Leg).Where(asked.Contains).ToHashSet());
    }

    public Task<CallCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var histories = journal.Histories(events => events[0].At >= since);
        var outcomes = histories.Select(h => h.Events.OfType<CallEnded>().FirstOrDefault()?.Outcome.Kind).ToList();
        return Task.FromResult(new CallCounts(
            histories.Count,
            outcomes.Count(o => o is null),
            outcomes.OfType<CallOutcomeKind>().GroupBy(o => o).ToDictionary(g => g.Key, g => (long)g.Count())));
    }

    public Task<IReadOnlyList<QuestionCount>> CountQuestionsAsync(CompanyId company, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var asked = journal.Histories(events => events.OfType<CallPlanned>().LastOrDefault()?.Company == company)
            .SelectMany(h => h.Events.OfType<QuestionAsked>().GroupBy(e => e.Question.Key, StringComparer.Ordinal).Select(g => g.Last()))
            .Where(e => e.At >= since);
        return Task.FromResult<IReadOnlyList<QuestionCount>>(
        [
            .. asked.GroupBy(e => e.Question.Key, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(MaxQuestions)
                .Select(g => (Last: g.MaxBy(e => e.At)!, Count: g.LongCount(), Answered: g.LongCount(e => e.Question.IsAnswered)))
                .Select(g => new QuestionCount(g.Last.Question.Faq, g.Last.Question.Text, g.Answered, g.Count - g.Answered, g.Last.At)),
        ]);
    }

    private IEnumerable<CallRecord> Records(TenantScope scope) => journal.Histories(_ => true)
        .Select(h => CallRecord.Fold(h.Call, h.Events))
        .Where(r => scope.Company is not { } company || r.Company == company);
}
