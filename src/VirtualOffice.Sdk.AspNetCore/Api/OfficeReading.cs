using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Stores;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>Reads what may be away for a while.</summary>
internal static class OfficeReading
{
    /// <summary>Deliveries as far as they are known: none while the database is away, which must not hide that a command was carried out.</summary>
    public static async Task<IReadOnlyList<MessageDelivery>> DeliveriesOrNoneAsync(this IVirtualOffice office, CallId call, CancellationToken cancellationToken)
    {
        try
        {
            return await office.Messages.ListDeliveriesAsync(call, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return [];
        }
    }

    public static async Task<CallView> ViewAsync(this IVirtualOffice office, CallRecord record, string root, CancellationToken cancellationToken) =>
        CallView.Of(record, record.Messages.Count == 0 ? [] : await office.DeliveriesOrNoneAsync(record.Id, cancellationToken), root);
}
