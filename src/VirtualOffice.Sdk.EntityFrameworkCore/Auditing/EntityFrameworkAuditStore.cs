using Microsoft.EntityFrameworkCore;
using VirtualOffice.Sdk.Auditing;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.EntityFrameworkCore;

#pragma warning disable CA1309 // string.Compare becomes the database's own comparison; ids are of ASCII characters only.

/// <summary>The audit in a database.</summary>
internal sealed class EntityFrameworkAuditStore(OfficeDatabase database, StoreWriter writer) : IAuditStore
{
    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return writer.WriteAsync(new AppendAuditWrite(entry), cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        PageLimit.Check(filter.Limit, nameof(filter));
        var rows = await database.ReadAsync(
            async context =>
            {
                var entries = Filter(context.AuditEntries, filter);
                if (filter.From is not null || filter.Until is not null)
                {
                    var (from, until) = (filter.From?.UtcTicks ?? long.MinValue, filter.Until?.UtcTicks ?? long.MaxValue);
                    if (await FindBoundsAsync(context, from, until, cancellationToken).ConfigureAwait(false) is not { First: var first, Last: var last })
                    {
                        return [];
                    }

                    entries = Within(entries, first, last, from, until);
                }

                return await entries.OrderByDescending(e => e.Id).Take(filter.Limit).ToListAsync(cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(Read)];
    }

    /// <summary>The first and the last entry of a time; null when there is none. Ids follow the time closely, so between them there is little else.</summary>
    private static async Task<(string First, string Last)?> FindBoundsAsync(OfficeDbContext context, long from, long until, CancellationToken cancellationToken)
    {
        var bounds = await context.AuditEntries.Where(e => e.At >= from && e.At < until)
            .GroupBy(_ => 1).Select(g => new { First = g.Min(e => e.Id), Last = g.Max(e => e.Id) }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return bounds is { First: { } first, Last: { } last } ? (first, last) : null;
    }

    /// <summary>Adding nought keeps the planner from sorting all entries of the time for one page of them: it goes by the key.</summary>
    private static IQueryable<AuditRow> Within(IQueryable<AuditRow> entries, string first, string last, long from, long until) => entries.Where(e =>
        string.Compare(e.Id, first) >= 0 && string.Compare(e.Id, last) <= 0 && e.At + 0 >= from && e.At + 0 < until);

    private static IQueryable<AuditRow> Filter(IQueryable<AuditRow> entries, AuditFilter filter)
    {
        if (filter.Scope.Company is { Value: var company })
        {
            entries = entries.Where(e => e.Company == company);
        }

        if (filter.By is { } by)
        {
            entries = entries.Where(e => e.By == by);
        }

        if (filter.Act?.ToString() is { } act)
        {
            entries = entries.Where(e => e.Act == act);
        }

        if (filter.Call?.ToString() is { } call)
        {
            entries = entries.Where(e => e.CallId == call);
        }

        return filter.Before?.ToString() is { } before ? entries.Where(e => string.Compare(e.Id, before) < 0) : entries;
    }

    private static AuditEntry Read(AuditRow row) => new(
        Enum.TryParse<AuditAct>(row.Act, out var act) ? act : AuditAct.Other, row.By, Enum.TryParse<AuditOutcome>(row.Outcome, out var outcome) ? outcome : AuditOutcome.Failed)
    {
        Id = AuditId.Parse(row.Id),
        At = new DateTimeOffset(row.At, TimeSpan.Zero),
        Role = row.Role,
        Address = row.Address,
        Call = row.CallId is { } call ? CallId.Parse(call) : null,
        Company = row.Company is { } company ? CompanyId.Parse(company) : null,
        Operator = row.Operator is { } op ? OperatorId.Parse(op) : null,
        Detail = row.Detail,
        Reason = row.Reason,
    };
}
