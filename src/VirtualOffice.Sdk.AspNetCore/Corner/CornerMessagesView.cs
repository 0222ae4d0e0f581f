using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Corner;

/// <summary>The messages taken for a company, newest call first.</summary>
internal sealed record CornerMessagesView(IReadOnlyList<CornerMessageItem> Messages, string? Next)
{
    private const int Calls = 100;

    public static async Task<CornerMessagesView> ReadAsync(IVirtualOffice office, ICallIndex index, TenantScope scope, CallId? before, CancellationToken cancellationToken)
    {
        var page = await index.ListCallsAsync(new CallFilter(scope, before, Calls), cancellationToken);
        var items = new List<CornerMessageItem>();
        foreach (var summary in page)
        {
            if (await office.Calls.FindAsync(summary.Call, cancellationToken) is not { Messages.Count: > 0 } record)
            {
                continue;
            }

            var deliveries = await office.DeliveriesOrNoneAsync(record.Id, cancellationToken);
            foreach (var message in record.Messages)
            {
                var acknowledgement = await office.Messages.FindAcknowledgementAsync(message.Id, cancellationToken);
                items.Add(new CornerMessageItem(
                    record.Id.ToString(),
                    record.Caller.Number?.ToString() ?? (record.Caller.IsWithheld ? null : record.Caller.Text),
                    record.Caller.Name,
                    message.EmployeeName,
                    message.Urgency,
                    MessageView.Of(message, record, deliveries, "/company"),
                    acknowledgement?.At,
                    acknowledgement is { Method: not AcknowledgementMethod.Correction } ? acknowledgement.Who : null));
            }
        }

        return new CornerMessagesView(items, page.Count == Calls ? page[^1].Call.ToString() : null);
    }
}
