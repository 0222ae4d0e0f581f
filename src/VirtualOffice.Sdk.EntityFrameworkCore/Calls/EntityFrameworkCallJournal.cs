using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Json;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

#pragma warning disable CA1309 // string.Compare becomes the database's own comparison; ids are of hexadecimal digits only.

/// <summary>The journal in a database.</summary>
internal sealed partial class EntityFrameworkCallJournal(
    OfficeDatabase database,
    StoreWriter writer,
    OfficeMigrator migrator,
    ILogger<EntityFrameworkCallJournal> logger) : ICallJournal
{
    /// <summary>How many open calls are read at a time, so that neither memory nor a read transaction grows with their number.</summary>
    private const int OpenPage = 200;

    public Task AppendAsync(JournalAppend append, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (append.ExpectedVersion < 0 || append.Events.Count == 0)
        {
            throw new ArgumentException("An append has at least one event, and a version that is not negative.", nameof(append));
        }

        if (append.Deliveries.FirstOrDefault(d => !append.Events.OfType<MessageTaken>().Any(e => e.Message.Id == d.Id.Message)) is { } stray)
        {
            throw new ArgumentException($"Delivery {stray.Id} is of a message that is not among the events.", nameof(append));
        }

        return writer.WriteAsync(new AppendWrite(append, logger), cancellationToken);
    }

    public async Task<CallHistory?> ReadAsync(CallId call, CancellationToken cancellationToken)
    {
        var id = call.ToString();
        var rows = await database.ReadAsync(
            context => context.CallEvents.Where(e => e.CallId == id).OrderBy(e => e.Sequence).ToListAsync(cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? null : Parse(call, rows);
    }

    public async IAsyncEnumerable<CallHistory> ReadOpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = ""; ;)
        {
            var after = last;
            var rows = await ReadEventsAsync(
                context => context.Calls.Where(c => !c.IsClosed && string.Compare(c.Id, after) > 0).OrderBy(c => c.Id).Take(OpenPage),
                newestFirst: false,
                cancellationToken).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                yield break;
            }

            last = rows[^1].CallId;
            foreach (var history in Histories(rows))
            {
                yield return history;
            }
        }
    }

    public async Task<IReadOnlyList<CallHistory>> ReadPageAsync(CallQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        PageLimit.Check(query.Limit, nameof(query));
        var company = query.Scope.Company?.Value;
        var before = query.Before?.ToString();
        var rows = await ReadEventsAsync(
            context =>
            {
                IQueryable<CallRow> calls = context.Calls;
                calls = company is null ? calls : calls.Where(c => c.Company == company);
                calls = before is null ? calls : calls.Where(c => string.Compare(c.Id, before) < 0);
                return calls.OrderByDescending(c => c.Id).Take(query.Limit);
            },
            newestFirst: true,
            cancellationToken).ConfigureAwait(false);
        return [.. Histories(rows)];
    }

    public Task CheckAsync(CancellationToken cancellationToken) => migrator.CheckAsync(cancellationToken);

    /// <summary>The events of some calls, in one query.</summary>
    private Task<List<CallEventRow>> ReadEventsAsync(Func<OfficeDbContext, IQueryable<CallRow>> choose, bool newestFirst, CancellationToken cancellationToken) =>
        database.ReadAsync(
            context =>
            {
                var events = choose(context).Join(context.CallEvents, c => c.Id, e => e.CallId, (_, e) => e);
                var ordered = newestFirst ? events.OrderByDescending(e => e.CallId) : events.OrderBy(e => e.CallId);
                return ordered.ThenBy(e => e.Sequence).ToListAsync(cancellationToken);
            },
            cancellationToken);

    /// <summary>The calls whose events these are. One that cannot be read is left out, loudly: it must not keep the others from being taken up at start.</summary>
    private IEnumerable<CallHistory> Histories(List<CallEventRow> rows)
    {
        for (var from = 0; from < rows.Count;)
        {
            var id = rows[from].CallId;
            var to = rows.FindIndex(from, e => e.CallId != id);
            to = to < 0 ? rows.Count : to;
            CallHistory? history = null;
            try
            {
                history = Parse(CallId.Parse(id), rows.GetRange(from, to - from));
            }
            catch (StoreUnavailableException e)
            {
                LogUnreadable(logger, id, e);
            }

            if (history is not null)
            {
                yield return history;
            }

            from = to;
        }
    }

    private static CallHistory Parse(CallId call, List<CallEventRow> rows)
    {
        var events = new CallEvent[rows.Count];
        for (var i = 0; i < events.Length; i++)
        {
            if (rows[i].Sequence != i + 1)
            {
                throw new StoreUnavailableException($"The journal of call {call} has a gap: entry {i + 1} is missing.");
            }

            try
            {
                events[i] = OfficeJson.ReadEvent(rows[i].Json);
            }
            catch (JsonException e)
            {
                throw new StoreUnavailableException($"The journal of call {call} cannot be read: entry {i + 1}, '{rows[i].Type}', is not valid or comes from a newer version.", e);
            }
        }

        return new CallHistory(call, events);
    }

    [LoggerMessage(4020, LogLevel.Critical, "Call {Call} is left out: its journal cannot be read. A person must look")]
    private static partial void LogUnreadable(ILogger logger, string call, Exception exception);
}
