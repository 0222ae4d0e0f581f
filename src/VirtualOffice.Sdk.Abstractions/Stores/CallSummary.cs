using VirtualOffice.Sdk.Calls;
using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Stores;

/// <summary>What a list shows of a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Version">How many events its journal has.</param>
/// <param name="Company">The company; null when none has the number.</param>
/// <param name="CallerLeg">The caller's leg.</param>
/// <param name="Dialled">The number dialled.</param>
/// <param name="Caller">Who called.</param>
/// <param name="ReceivedAt">When it was received, UTC.</param>
/// <param name="AnsweredAt">When it was answered, UTC; null when it was not.</param>
/// <param name="EndedAt">When it ended, UTC; null while it lives.</param>
/// <param name="Outcome">How it ended; null while it lives.</param>
/// <param name="Operator">The operator who had it last; null when none had it.</param>
/// <param name="IsClosed">Whether nothing is left to be done for it.</param>
public sealed record CallSummary(
    CallId Call,
    long Version,
    CompanyId? Company,
    LegId CallerLeg,
    string Dialled,
    CallerId Caller,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset? EndedAt,
    CallOutcomeKind? Outcome,
    OperatorId? Operator,
    bool IsClosed);
