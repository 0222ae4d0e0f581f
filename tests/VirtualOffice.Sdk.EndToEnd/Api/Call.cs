namespace VirtualOffice.Sdk.EndToEnd.Api;

/// <summary>A call as the REST API shows it.</summary>
internal sealed record Call
{
    public required string Id { get; init; }
    public string? Company { get; init; }
    public required string Dialled { get; init; }
    public string? Caller { get; init; }
    public string? CallerName { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public string? Outcome { get; init; }
    public string? OutcomeStage { get; init; }
    public string? OutcomeReason { get; init; }
    public double? WaitedSeconds { get; init; }
    public string? Stage { get; init; }
    public string? Operator { get; init; }
    public Segment[] Segments { get; init; } = [];
    public Offer[] Offers { get; init; } = [];
    public Transfer[] Transfers { get; init; } = [];
    public Message[] Messages { get; init; } = [];
    public Recording? Recording { get; init; }

    public override string ToString()
        => $"{Dialled} from {Caller}: {Stage ?? "ended"} {Outcome} {OutcomeStage} {OutcomeReason}"
            + $"; segments {string.Join(' ', Segments.Select(segment => segment.Kind))}"
            + $"; offers {string.Join(' ', Offers.Select(offer => $"{offer.Operator}={offer.Result ?? "rings"}"))}"
            + $"; transfers {string.Join(' ', Transfers.Select(transfer => $"{transfer.Employee}={transfer.Result ?? "under way"}[{Describe(transfer.Attempts)}]"))}"
            + $"; messages {string.Join(' ', Messages.Select(message => $"{message.Kind}:{string.Join(',', message.Delivery.Select(delivery => delivery.State))}"))}"
            + $"; recording {Recording?.State}";

    private static string Describe(Attempt[] attempts) => string.Join(' ', attempts.Select(attempt => $"{attempt.Number}={attempt.Result ?? "rings"}"));
}
