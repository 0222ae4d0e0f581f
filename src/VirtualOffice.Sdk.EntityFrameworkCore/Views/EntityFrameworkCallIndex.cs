using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Stores;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

#pragma warning disable CA1309 // string.Compare becomes the database's own comparison; ids are of ASCII characters only.

/// <summary>The journal's views in a database; the journal's appends write them.</summary>
internal sealed class EntityFrameworkCallIndex(OfficeDatabase database) : ICallIndex
{
    private const string Received = "received";
    private const int MaxQuestions = 500;

    public async Task<IReadOnlyList<CallSummary>> ListCallsAsync(CallFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        PageLimit.Check(filter.Limit, nameof(filter));
        var rows = await database.ReadAsync(
            async context =>
            {
                var calls = Filter(context.Calls.Where(c => c.CallerLeg != null), filter);
                if (filter.From is not null || filter.Until is not null)
                {
                    var (from, until) = (filter.From?.UtcTicks ?? long.MinValue, filter.Until?.UtcTicks ?? long.MaxValue);
                    if (await FindBoundsAsync(context, from, until, cancellationToken).ConfigureAwait(false) is not { First: var first, Last: var last })
                    {
                        return [];
                    }

                    calls = Within(calls, first, last, from, until);
                }

                return await calls.OrderByDescending(c => c.Id).Take(filter.Limit).ToListAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(ViewReading.Summary)];
    }

    public async Task<IReadOnlyList<SegmentEntry>> ListSegmentsAsync(SegmentFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        PageLimit.Check(filter.Limit, nameof(filter));
        var rows = await database.ReadAsync(
            async context =>
            {
                var (from, until) = (filter.From.UtcTicks, filter.Until.UtcTicks);
                if (await FindBoundsAsync(context, from, until, cancellationToken).ConfigureAwait(false) is not { First: var first, Last: var last })
                {
                    return [];
                }

                return await Filter(context.Segments, filter, first, last)
                    .Where(s => s.ReceivedAt >= from && s.ReceivedAt < until)
                    .OrderBy(s => s.CallId).ThenBy(s => s.Number).Take(filter.Limit)
                    .ToListAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(ViewReading.Segment)];
    }

    public async Task<IReadOnlyList<RecordingEntry>> ListRecordingsAsync(RecordingFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        PageLimit.Check(filter.Limit, nameof(filter));
        var rows = await database.ReadAsync(
            context => Filter(context.Recordings, filter)
                .OrderByDescending(r => r.CallId).ThenByDescending(r => r.RecordingId).Take(filter.Limit)
                .ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(ViewReading.Recording)];
    }

    public async Task<IReadOnlySet<LegId>> FindCallerLegsAsync(IReadOnlyCollection<LegId> legs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(legs);
        PageLimit.Check(Math.Max(1, legs.Count), nameof(legs));
        var texts = legs.Select(l => l.ToString()).ToList();
        var found = await database.ReadAsync(
            context => context.Calls.Where(c => texts.Contains(c.CallerLeg!)).Select(c => c.CallerLeg!).Distinct().ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return found.Select(LegId.Parse).ToHashSet();
    }

    public async Task<CallCounts> CountAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.UtcTicks;

        // One statement, so that no call comes or ends between its parts.
        var rows = await database.ReadAsync(
            context => context.Database.SqlQuery<CountRow>(
                $"""
                SELECT COALESCE("Outcome", '') AS "Kind", COUNT(*) AS "Count", MIN("ReceivedAt") AS "Oldest" FROM "Calls" WHERE "ReceivedAt" >= {from} GROUP BY "Outcome"
                UNION ALL
                SELECT {Received}, COUNT(*), MIN("At") FROM "CallEvents" WHERE "Sequence" = 1 AND "At" >= {from}
                """).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return new CallCounts(
            rows.Find(r => r.Kind == Received)!.Count,
            rows.Find(r => r.Kind.Length == 0)?.Count ?? 0,
            rows.Where(r => r.Kind.Length > 0 && r.Kind != Received).ToDictionary(r => Enum.Parse<CallOutcomeKind>(r.Kind), r => r.Count));
    }

    public async Task<IReadOnlyList<QuestionCount>> CountQuestionsAsync(CompanyId company, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (id, from) = (company.Value, since.UtcTicks);
        var rows = await database.ReadAsync(
            context => context.Database.SqlQuery<QuestionCountRow>(
                $"""
                SELECT q."Key", q."Faq", q."Text", c."Answered", c."Unanswered", c."LastAt" FROM (
                    SELECT "Key" AS "CountKey", MAX("At") AS "LastAt", SUM(CASE WHEN "IsAnswered" THEN 1 ELSE 0 END) AS "Answered",
                        SUM(CASE WHEN "IsAnswered" THEN 0 ELSE 1 END) AS "Unanswered", MAX("CallId") AS "LastCall"
                    FROM "Questions" WHERE "Company" = {id} AND "At" >= {from} GROUP BY "Key" ORDER BY COUNT(*) DESC, "Key" LIMIT {MaxQuestions}) AS c
                JOIN "Questions" AS q ON q."CallId" = c."LastCall" AND q."Key" = c."CountKey"
                """).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.OrderByDescending(r => r.Answered + r.Unanswered).ThenBy(r => r.Key, StringComparer.Ordinal)
                .Select(r => new QuestionCount(r.Faq, r.Text, r.Answered, r.Unanswered, new DateTimeOffset(r.LastAt, TimeSpan.Zero))),
        ];
    }

    /// <summary>The first and the last call received in a time; null when there is none. Ids follow the time closely, so between them there is little else.</summary>
    private static async Task<(string First, string Last)?> FindBoundsAsync(OfficeDbContext context, long from, long until, CancellationToken cancellationToken)
    {
        var calls = context.Calls.Where(c => c.ReceivedAt >= from && c.ReceivedAt < until);
        var bounds = await calls.GroupBy(_ => 1).Select(g => new { First = g.Min(c => c.Id), Last = g.Max(c => c.Id) }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return bounds is { First: { } first, Last: { } last } ? (first, last) : null;
    }

    /// <summary>Adding nought keeps the planner from sorting all calls of the time for one page of them: it goes by the key.</summary>
    private static IQueryable<CallRow> Within(IQueryable<CallRow> calls, string first, string last, long from, long until) => calls.Where(c =>
        string.Compare(c.Id, first) >= 0 && string.Compare(c.Id, last) <= 0 && c.ReceivedAt + 0 >= from && c.ReceivedAt + 0 < until);

    private static IQueryable<CallRow> Filter(IQueryable<CallRow> calls, CallFilter filter)
    {
        if (filter.Scope.Company is { Value: var company })
        {
            calls = calls.Where(c => c.Company == company);
        }

        if (filter.Outcome?.ToString() is { } outcome)
        {
            calls = calls.Where(c => c.Outcome == outcome);
        }

        if (filter.Operator is { Value: var op })
        {
            calls = calls.Where(c => c.Operator == op);
        }

        if (filter.Caller?.ToString() is { } caller)
        {
            calls = calls.Where(c => c.CallerNumber == caller);
        }

        return filter.Before?.ToString() is { } before ? calls.Where(c => string.Compare(c.Id, before) < 0) : calls;
    }

    private static IQueryable<SegmentRow> Filter(IQueryable<SegmentRow> segments, SegmentFilter filter, string first, string last)
    {
        if (filter.Scope.Company is { Value: var company })
        {
            segments = segments.Where(s => s.Company == company);
        }

        if (filter.After is { } after)
        {
            var (call, number) = (after.Call.ToString(), after.Number);
            segments = segments.Where(s => string.Compare(s.CallId, call) > 0 || s.Number > number);
            first = string.CompareOrdinal(call, first) > 0 ? call : first;
        }

        return segments.Where(s => string.Compare(s.CallId, first) >= 0 && string.Compare(s.CallId, last) <= 0);
    }

    private static IQueryable<RecordingRow> Filter(IQueryable<RecordingRow> recordings, RecordingFilter filter)
    {
        if (filter.Scope.Company is { Value: var company })
        {
            recordings = recordings.Where(r => r.Company == company);
        }

        if (filter.State?.ToString() is { } state)
        {
            recordings = recordings.Where(r => r.State == state);
        }

        if (filter.Before is { } before)
        {
            var (call, recording) = (before.Call.ToString(), before.Recording.Value);
            recordings = recordings.Where(r =>
                string.Compare(r.CallId, call) <= 0 && (string.Compare(r.CallId, call) < 0 || string.Compare(r.RecordingId, recording) < 0));
        }

        return recordings;
    }
}
