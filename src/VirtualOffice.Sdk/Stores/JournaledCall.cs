using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.Stores;

/// <summary>A call's journal in memory, with the summary that was last made of it.</summary>
internal sealed class JournaledCall(CallId id)
{
    private CallSummary? _summary;

    public CallId Id { get; } = id;

    public List<CallEvent> Events { get; } = [];

    /// <summary>How the call is counted; null before its first event.</summary>
    public Counted? Counted { get; set; }

    public CallHistory History() => new(Id, [.. Events]);

    public CallRecord Fold() => CallRecord.Fold(Id, Events);

    /// <summary>The call in short; folded when something was journaled since it was last asked for.</summary>
    public CallSummary Summarize() => _summary?.Version == Events.Count ? _summary : _summary = SummaryOf(Fold());

    private static CallSummary SummaryOf(CallRecord r) => new(
        r.Id, r.Version, r.Company, r.CallerLeg, r.Dialled, r.Caller, r.ReceivedAt, r.AnsweredAt, r.EndedAt, r.Outcome?.Kind, r.Operator, r.IsClosed);
}
