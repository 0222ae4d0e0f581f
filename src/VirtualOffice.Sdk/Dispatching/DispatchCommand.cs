using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>What the board is told.</summary>
internal abstract record DispatchCommand
{
    /// <summary>An operator belongs to the office, from now on with these companies.</summary>
    internal sealed record DefineOperator(OperatorDefinition Definition) : DispatchCommand;

    /// <summary>A company's calls are given out by these rules, from now on.</summary>
    internal sealed record DefineCompany(CompanyId Company, QueueRules Rules) : DispatchCommand;

    /// <summary>An operator is done with the work after a call.</summary>
    internal sealed record EndWrapUp(OperatorId Operator) : DispatchCommand;

    /// <summary>An operator's work after a call ends at another time; null for when the operator says so.</summary>
    internal sealed record ExtendWrapUp(OperatorId Operator, DateTimeOffset? Until) : DispatchCommand;

    /// <summary>An operator's wish.</summary>
    internal sealed record SetPresence(OperatorId Operator, OperatorPresence Presence, string? Reason) : DispatchCommand;

    /// <summary>A call waits for an operator.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="Company">Whose operators it waits for.</param>
    /// <param name="EnqueuedAt">From when its place counts.</param>
    /// <param name="Ticket">Comes back with every offer, so that the call can tell an offer of this wait from a late one of an earlier.</param>
    internal sealed record Enqueue(CallId Call, CompanyId Company, DateTimeOffset EnqueuedAt, int Ticket = 0) : DispatchCommand
    {
        /// <summary>The company whose operators it waits for since it has overflowed; null for its own.</summary>
        public CompanyId? OverflowedTo { get; init; }

        /// <summary>Before whom the caller is served.</summary>
        public CallPriority Priority { get; init; }

        /// <summary>Whether no limit lets it go: nobody is on the line who could tire.</summary>
        public bool IsPatient { get; init; }

        /// <summary>The operator who served the caller last, and for how long the call waits for this one alone; null for none.</summary>
        public (OperatorId Operator, TimeSpan For)? Preferred { get; init; }
    }

    /// <summary>After a restart: an operator has this call, or is being offered it.</summary>
    internal sealed record Restore(CallId Call, CompanyId Company, DateTimeOffset EnqueuedAt, OperatorId Operator, OfferId? OpenOffer, CompanyId? OverflowedTo = null, CallPriority Priority = CallPriority.Normal) : DispatchCommand;

    /// <summary>An offer has ended.</summary>
    internal sealed record EndOffer(CallId Call, OperatorId Operator, OfferId Offer, OfferResult Result) : DispatchCommand;

    /// <summary>The operator who has the call is free of it.</summary>
    internal sealed record Release(CallId Call) : DispatchCommand;

    /// <summary>The call waits no longer, and no operator has it or is offered it.</summary>
    internal sealed record Leave(CallId Call) : DispatchCommand;

    /// <summary>Asks how the queues stand.</summary>
    internal sealed record TakeSnapshots : DispatchCommand
    {
        public IReadOnlyList<QueueSnapshot> Snapshots { get; set; } = [];
    }

    /// <summary>Asks how long a call will wait.</summary>
    internal sealed record Forecast(CallId Call) : DispatchCommand
    {
        public QueueForecast? Answer { get; set; }
    }

    /// <summary>Asks why a call is offered to whom.</summary>
    internal sealed record Explain(CallId Call) : DispatchCommand
    {
        public RoutingExplanation? Answer { get; set; }
    }

    /// <summary>Time has passed: deadlines may be due.</summary>
    internal sealed record PassTime : DispatchCommand;
}
