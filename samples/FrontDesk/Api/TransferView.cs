using VirtualOffice.Sdk.Calls;

namespace FrontDesk.Api;

internal sealed record TransferView(
    string Employee,
    DateTimeOffset At,
    DateTimeOffset? EndedAt,
    TransferResult? Result,
    ConsultWith? Consult,
    IReadOnlyList<AttemptView> Attempts,
    IReadOnlyList<string> Skipped)
{
    public static TransferView Of(CallTransfer transfer) => new(
        transfer.Target?.ToString() ?? "",
        transfer.At,
        transfer.EndedAt,
        transfer.Result,
        transfer.Result is null ? transfer.Consult : null,
        [.. transfer.Attempts.Select(a => new AttemptView(a.Number.ToString(), a.At, a.AnsweredAt, a.EndedAt, a.Result))],
        [.. transfer.Skipped.Select(s => $"{s.Number?.ToString() ?? s.Employee?.Value}: {s.Reason}, {s.Detail}")]);
}
