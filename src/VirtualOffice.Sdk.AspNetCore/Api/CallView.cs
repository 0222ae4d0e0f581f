using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Api;

/// <summary>A call as the API shows it.</summary>
internal sealed record CallView(
    string Id,
    string? Company,
    string Dialled,
    string Caller,
    string? CallerName,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? EndedAt,
    CallOutcomeKind? Outcome,
    CallStage? OutcomeStage,
    RefusalReason? OutcomeReason,
    double? WaitedSeconds,
    CallStage? Stage,
    string? Operator,
    IReadOnlyList<SegmentView> Segments,
    IReadOnlyList<OfferView> Offers,
    IReadOnlyList<TransferView> Transfers,
    IReadOnlyList<MessageView> Messages,
    RecordingView? Recording)
{
    public static CallView Of(CallRecord record, IReadOnlyList<MessageDelivery> deliveries, string root) => new(
        record.Id.ToString(),
        record.Company?.Value,
        record.Dialled,
        record.Caller.Number?.ToString() ?? record.Caller.Text,
        record.Caller.Name,
        record.ReceivedAt,
        record.EndedAt,
        record.Outcome?.Kind,
        record.Outcome?.Stage,
        record.Outcome?.Refusal,
        record.Outcome?.Waited?.TotalSeconds,
        record.Outcome is null ? record.Stage : null,
        record.Operator?.Value,
        [.. record.Segments.Select(s => new SegmentView(s.Kind, s.From, s.To, s.Operator?.Value, s.Employee?.Value))],
        [.. record.Offers.Select(o => new OfferView(o.Operator.Value, o.At, o.EndedAt, o.Result))],
        [.. record.Transfers.Select(TransferView.Of)],
        [.. record.Messages.Select(m => MessageView.Of(m, record, deliveries, root))],
        RecordingView.Of(record.CallRecording, $"{root}/calls/{record.Id}/recording"));
}
