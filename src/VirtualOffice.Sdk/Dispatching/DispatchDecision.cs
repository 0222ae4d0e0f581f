using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;

namespace VirtualOffice.Sdk.Dispatching;

/// <summary>What the board has decided: that a call is offered to an operator, that a waiting call has reached a limit, or that an operator's state has changed.</summary>
internal readonly record struct DispatchDecision
{
    /// <summary>The call offered or let go; null when an operator's state changed.</summary>
    public CallId? Call { get; private init; }

    /// <summary>The reservation's id, of a call offered.</summary>
    public OfferId Offer { get; private init; }

    /// <summary>The operator as of now; null when a call has reached a limit.</summary>
    public OperatorSnapshot? Operator { get; private init; }

    /// <summary>The limit the call has reached.</summary>
    public QueueLimit? Limit { get; private init; }

    /// <summary>The ticket the call waits with; zero when the decision is about none.</summary>
    public int Ticket { get; private init; }

    /// <summary>Why the call is offered to this operator, when offers are explained.</summary>
    public RoutingExplanation? Explanation { get; private init; }

    /// <summary>Whether the operator was sent on a break for missing calls: the supervisor's business.</summary>
    public bool IsPause { get; private init; }

    public static DispatchDecision Changed(OperatorSnapshot op) => new() { Operator = op };

    public static DispatchDecision Paused(OperatorSnapshot op) => new() { Operator = op, IsPause = true };

    public static DispatchDecision Offered(CallId call, OfferId offer, OperatorSnapshot op, int ticket, RoutingExplanation? explanation) =>
        new() { Call = call, Offer = offer, Operator = op, Ticket = ticket, Explanation = explanation };

    public static DispatchDecision Exited(CallId call, QueueLimit limit, int ticket) => new() { Call = call, Limit = limit, Ticket = ticket };
}
