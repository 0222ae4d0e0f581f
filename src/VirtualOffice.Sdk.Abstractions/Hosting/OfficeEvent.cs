using VirtualOffice.Sdk.Callbacks;
using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Messages;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Queues;
using VirtualOffice.Sdk.Supervision;

namespace VirtualOffice.Sdk;

/// <summary>Something that happened in the office. It is a hint to look: the journal is the truth.</summary>
public abstract record OfficeEvent;

/// <summary>A call's journal grew, durably.</summary>
/// <param name="Call">The call.</param>
/// <param name="Sequence">The event's place in the call's journal, from 1, without gaps.</param>
/// <param name="Event">What was journaled.</param>
public sealed record CallJournaled(CallId Call, long Sequence, CallEvent Event) : OfficeEvent;

/// <summary>An operator's state changed.</summary>
public sealed record OperatorChanged(OperatorSnapshot Operator) : OfficeEvent;

/// <summary>Whether an employee takes calls was changed by somebody; what changes by the clock is not told.</summary>
public sealed record EmployeeChanged(CompanyId Company, EmployeeId Employee) : OfficeEvent;

/// <summary>An operator missed so many calls in a row that they were sent on a break: somebody should look.</summary>
public sealed record OperatorPaused(OperatorSnapshot Operator) : OfficeEvent;

/// <summary>Why a call is being offered to an operator; only where the office is told to explain every offer.</summary>
public sealed record OfferExplained(RoutingExplanation Explanation) : OfficeEvent;

/// <summary>A PBX connected or was lost.</summary>
/// <param name="Pbx">The provider's name.</param>
/// <param name="IsConnected">Whether it is connected now.</param>
/// <param name="Reason">Why it was lost.</param>
public sealed record PbxConnectionChanged(string Pbx, bool IsConnected, string? Reason) : OfficeEvent;

/// <summary>A delivery of a message made progress.</summary>
public sealed record MessageDeliveryChanged(MessageDelivery Delivery) : OfficeEvent;

/// <summary>
/// Messages wait on the work list: their delivery was given up, and nobody has acknowledged them. Told again every so often (<c>Office:RemindEvery</c>) until somebody has retried or acknowledged each.
/// </summary>
/// <param name="Deliveries">The deliveries, the oldest first; at most 100.</param>
public sealed record MessagesUndelivered(IReadOnlyList<MessageDelivery> Deliveries) : OfficeEvent;

/// <summary>Somebody took a caller off the list of those to be called back. A task that ends because its caller was served ends with that call, of which <see cref="CallJournaled"/> tells.</summary>
/// <param name="Task">The task, with who ended it and why.</param>
public sealed record CallbackTaskEnded(CallbackTask Task) : OfficeEvent;

/// <summary>The office's books do not balance for a minute and longer, or balance again: then there are no imbalances.</summary>
/// <param name="Imbalances">What does not balance, one sentence each.</param>
public sealed record BooksAlarm(IReadOnlyList<string> Imbalances) : OfficeEvent;

/// <summary>A version of a company is in force from now on.</summary>
/// <param name="Company">The company.</param>
/// <param name="Version">The version.</param>
/// <param name="Before">The version before; null for a company that is new.</param>
public sealed record CompanyPublished(CompanyId Company, string Version, string? Before) : OfficeEvent;

/// <summary>A company is served no more: its document is gone. Its calls that are up go on.</summary>
public sealed record CompanyWithdrawn(CompanyId Company) : OfficeEvent;

/// <summary>Documents of companies or operators are wrong, so that what they said last stays in force; or all is right again: then there are no problems.</summary>
/// <param name="Problems">What is wrong.</param>
public sealed record DefinitionsAlarm(IReadOnlyList<DefinitionProblem> Problems) : OfficeEvent;

/// <summary>The office has stopped itself because nothing could be kept any more; the PBX's fallback takes the callers. The host is to be started anew.</summary>
/// <param name="Reason">Why.</param>
public sealed record OfficeStopped(string Reason) : OfficeEvent;

/// <summary>A webhook has taken no events for a minute and longer; or it takes them again: then there is no problem.</summary>
/// <param name="Webhook">The webhook's name.</param>
/// <param name="Problem">What it answers; null when it is over.</param>
public sealed record WebhookAlarm(string Webhook, string? Problem) : OfficeEvent;

/// <summary>Entries of the audit cannot be written, and wait for their store; or all are written again: then there is no problem.</summary>
/// <param name="Waiting">How many wait.</param>
/// <param name="Problem">Why; null when it is over.</param>
public sealed record AuditAlarm(int Waiting, string? Problem) : OfficeEvent;

/// <summary>This reader was too slow and lost <paramref name="Count"/> events; read the snapshots again.</summary>
public sealed record EventsMissed(long Count) : OfficeEvent;

/// <summary>A supervisor listens in on a call, or does so in another way, or no longer.</summary>
/// <param name="Listener">Who, and how.</param>
/// <param name="HasEnded">Whether it is over.</param>
public sealed record ListeningChanged(CallListener Listener, bool HasEnded) : OfficeEvent;
