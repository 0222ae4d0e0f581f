using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record TransferView(string Employee, DateTimeOffset At, DateTimeOffset? EndedAt, TransferResult? Result, ConsultWith? Consult, IReadOnlyList<AttemptView> Attempts)
{
    public static TransferView Of(CallTransfer transfer) => new(
        transfer.Employee.Value,
        transfer.At,
        transfer.EndedAt,
        transfer.Result,
        transfer.Result is null ? transfer.Consult : null,
        [.. transfer.Attempts.Select(AttemptView.Of)]);
}
