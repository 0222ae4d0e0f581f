using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>A transfer with its attempts, as they happen.</summary>
internal sealed record DeskTransferView(
    int Number, string Employee, DateTimeOffset At, DateTimeOffset? EndedAt, TransferResult? Result, ConsultWith? Consult, IReadOnlyList<AttemptView> Attempts)
{
    public static DeskTransferView Of(CallTransfer transfer) => new(
        transfer.Number,
        transfer.Target?.ToString() ?? "",
        transfer.At,
        transfer.EndedAt,
        transfer.Result,
        transfer.Result is null ? transfer.Consult : null,
        [.. transfer.Attempts.Select(AttemptView.Of)]);
}
