using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Operating;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Finds calls within what somebody may see.</summary>
internal sealed class CallSearch(IVirtualOffice office, ICallIndex index, ICallJournal journal, CallCompanies companies)
{
    public async Task<FoundCallsView> ListAsync(CallFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Limit is < 1 or > 500)
        {
            throw new ArgumentException("'limit' is 1 to 500.", nameof(filter));
        }

        var page = await index.ListCallsAsync(filter, cancellationToken);
        return new FoundCallsView([.. page.Select(c => FoundCallItem.Of(c, office))], page.Count == filter.Limit ? page[^1].Call.ToString() : null);
    }

    /// <exception cref="CallCommandException">There is no such call, as far as the scope goes.</exception>
    public async Task<FoundCallView> FindAsync(TenantScope scope, CallId call, string root, CancellationToken cancellationToken)
    {
        var (record, events) = await ReadAsync(scope, call, cancellationToken);
        var company = await companies.FindAsync(record, cancellationToken);
        return new FoundCallView(
            await office.ViewAsync(record, root, cancellationToken),
            record.Company is { } id ? CompanyBadge.Of(id, company) : null,
            record.Operator is { } op ? office.Operators.Find(op)?.Definition.Name ?? op.Value : null,
            new Timeline(office, company).Of(events),
            scope.Company is null ? UnwrittenView.Of(record, company) : null);
    }

    /// <exception cref="CallCommandException">There is no such call, as far as the scope goes.</exception>
    public async Task<CallRecord> RequireAsync(TenantScope scope, CallId call, CancellationToken cancellationToken) => (await ReadAsync(scope, call, cancellationToken)).Record;

    private async Task<(CallRecord Record, IReadOnlyList<CallEvent> Events)> ReadAsync(TenantScope scope, CallId call, CancellationToken cancellationToken)
    {
        if (await journal.ReadAsync(call, cancellationToken) is { } history && CallRecord.Fold(call, history.Events) is var record && (scope.Company is null || scope.Company == record.Company))
        {
            return (record, history.Events);
        }

        throw Ids.UnknownCall(call.ToString());
    }
}
