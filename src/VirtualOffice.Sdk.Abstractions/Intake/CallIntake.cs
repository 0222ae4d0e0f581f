using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Intake;

/// <summary>A call that has come in, and what is to be done with it. Made for one run of the intake; not safe for concurrent use.</summary>
/// <param name="call">The call.</param>
/// <param name="dialled">The number dialled, as the PBX passed it.</param>
/// <param name="caller">Who calls.</param>
/// <param name="receivedAt">When, UTC.</param>
/// <param name="company">The company called.</param>
public sealed class CallIntake(CallId call, string dialled, CallerId caller, DateTimeOffset receivedAt, CompanyDefinition company)
{
    /// <summary>The call.</summary>
    public CallId Call { get; } = call;

    /// <summary>The number dialled, as the PBX passed it.</summary>
    public string Dialled { get; } = dialled;

    /// <summary>Who calls.</summary>
    public CallerId Caller { get; } = caller;

    /// <summary>When the call was received, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>The company called, as it is in force.</summary>
    public CompanyDefinition Company { get; } = company;

    /// <summary>Before whom the caller is served.</summary>
    public CallPriority Priority { get; set; }

    /// <summary>Why the caller calls: at first what the number dialled means; null when nothing tells.</summary>
    public CallType? CallType { get; set; } = company?.FindCallType(dialled);

    /// <summary>The caller's language, such as <c>en</c>: at first that of the call type; null when nothing tells.</summary>
    public string? Language { get; set; } = company?.FindCallType(dialled)?.Language;

    /// <summary>What is known of the caller.</summary>
    public CallerFacts Facts { get; set; } = new();

    /// <summary>From when the caller's place in the queue counts, UTC; earlier than the call for who is credited with an earlier wait.</summary>
    public DateTimeOffset PlaceFrom { get; set; } = receivedAt;

    /// <summary>Whether the caller is asked for a voice message and no operator is rung.</summary>
    public bool TakesMessage { get; set; }

    /// <summary>Why the call is refused; null when it is not. Once set, no further step is asked.</summary>
    public RefusalReason? Refusal { get; private set; }

    /// <summary>Refuses the call: it ends without anything heard but the network's tone.</summary>
    public void Refuse(RefusalReason reason) => Refusal = reason;
}
