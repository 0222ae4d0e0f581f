using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.OfficeSimulation;

/// <summary>A call as its committed journal has it, with the world's own times.</summary>
internal sealed class WatchedCall(CallRecord record)
{
    public CallRecord Record { get; } = record;

    /// <summary>When the present stage was entered.</summary>
    public DateTimeOffset StageSince { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When the latest wait in the queue began.</summary>
    public DateTimeOffset QueuedAt { get; set; }

    /// <summary>When each offer was made.</summary>
    public Dictionary<OfferId, DateTimeOffset> OfferedAt { get; } = [];

    /// <summary>Operators who declined the call, and when.</summary>
    public List<(OperatorId Operator, DateTimeOffset At)> Declines { get; } = [];

    /// <summary>The operator who alone is to be offered the call, and since when; null when none ever was.</summary>
    public (OperatorId Operator, DateTimeOffset At)? DirectedTo { get; set; }

    /// <summary>Whether it waits for another operator alone: for a minute, and a moment until everybody knows that it is over.</summary>
    public bool WaitsForAnother(OperatorId op, DateTimeOffset now) =>
        Record.DirectedTo is not null && DirectedTo is var (to, at) && to != op && at > now - TimeSpan.FromSeconds(62);

    /// <summary>Whether it rings at an operator's phone, or the operator talks.</summary>
    public bool HasOperator(OperatorId op) => Record.OpenOffers.Any(o => o.Operator == op) || (Record.OperatorLeg is not null && Record.Operator == op);

    /// <summary>Whose operators it waits for; null before intake.</summary>
    public CompanyId? Queue => Record.OverflowedTo ?? Record.Company;

    public bool IsWaiting => Record.Stage is CallStage.Ringing or CallStage.Queue;
}
