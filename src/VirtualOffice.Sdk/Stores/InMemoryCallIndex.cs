using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Stores;

/// <summary>
/// The journal's views in memory, under its lock. What is asked with every call is kept ready: the callers' earlier calls, their legs, and the counts; the rest is folded when it is asked for.
/// </summary>
internal sealed class InMemoryCallIndex(InMemoryCallJournal journal, Lock gate) : ICallIndex
{
    private const int MaxQuestions = 500;

    /// <summary>Calls are counted by outcome, and those that have none yet as this.</summary>
    private const int Live = 0;

    private static readonly CallOutcomeKind[] s_outcomes = Enum.GetValues<CallOutcomeKind>();

    private readonly SlidingCounts _counts = new(s_outcomes.Length + 1);
    private readonly HashSet<LegId> _callerLegs = [];
    private readonly Dictionary<PhoneNumber, List<JournaledCall>> _byNumber = [];

    /// <summary>Events were added to a call; called under the lock.</summary>
    internal void Follow(JournaledCall call, IReadOnlyList<CallEvent> added)
    {
        foreach (var callEvent in added)
        {
            call.Counted ??= _counts.Add(callEvent.At, Live);
            switch (callEvent)
            {
                case CallReceived received:
                    _callerLegs.Add(received.Leg);
                    if (received.Caller.Number is { } number)
                    {
                        AddTo(number, call);
                    }

                    break;
                case CallEnded ended when call.Counted.Kind == Live:
                    _counts.Change(call.Counted, 1 + Array.IndexOf(s_outcomes, ended.Outcome.Kind));
                    break;
            }
        }
    }

    public Task<IReadOnlyList<CallSummary>> ListCallsAsync(CallFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (gate)
        {
            var calls = filter.Caller is not { } caller ? journal.Calls : _byNumber.TryGetValue(caller, out var known) ? known : (IEnumerable<JournaledCall>)[];
            return Task.FromResult<IReadOnlyList<CallSummary>>(
            [
                .. calls.Reverse()
                    .Where(c => filter.Before is not { } before || c.Id < before)
                    .Select(c => c.Summarize())
                    .Where(c => filter.Scope.Company is not { } company || c.Company == company)
                    .Where(c => filter.Outcome is not { } outcome || c.Outcome == outcome)
                    .Where(c => filter.Operator is not { } op || c.Operator == op)
                    .Where(c => filter.From is not { } from || c.ReceivedAt >= from)
                    .Where(c => filter.Until is not { } until || c.ReceivedAt < until)
                    .Take(filter.Limit),
            ]);
        }
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
        lock (gate)
        {
            return Task.FromResult<IReadOnlySet<LegId>>(legs.Where(_callerLegs.Contains).ToHashSet());
        }
    }

    public Task<CallCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var counts = _counts.Since(since);
            var (received, outcomes) = (counts[Live], new Dictionary<CallOutcomeKind, long>());
            for (var i = 0; i < s_outcomes.Length; i++)
            {
                if (counts[i + 1] is > 0 and var count)
                {
                    outcomes.Add(s_outcomes[i], count);
                    received += count;
                }
            }

            return Task.FromResult(new CallCounts(received, counts[Live], outcomes));
        }
    }

    /// <summary>Keeps a number's calls in the order of their ids, of which a new one usually is the last.</summary>
    private void AddTo(PhoneNumber number, JournaledCall call)
    {
        if (!_byNumber.TryGetValue(number, out var calls))
        {
            _byNumber.Add(number, calls = []);
        }

        var place = calls.Count;
        while (place > 0 && calls[place - 1].Id > call.Id)
        {
            place--;
        }

        calls.Insert(place, call);
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
