using System.Globalization;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>Where a call is, for whoever commands it: the same offers, in the same stage, at the same attempt, talking with the same.</summary>
internal static class DeskSituation
{
    public static string Of(CallRecord record)
    {
        var transfer = record.Transfers is [.., var last] ? last : null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Stage}.{record.Offers.Count}.{record.OpenOffers.Count}.{record.Transfers.Count}.{transfer?.Attempts.Count ?? 0}.{transfer?.Attempts.Count(a => a.AnsweredAt is not null) ?? 0}.{transfer?.Consult?.ToString() ?? "-"}.{(record.OperatorLeg is null ? 0 : 1)}");
    }
}
