using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Operating;

/// <summary>The operator at the desk.</summary>
internal sealed record DeskOperatorView(
    string Id,
    string Name,
    OperatorState State,
    string? Reason,
    DateTimeOffset Since,
    DateTimeOffset? WrapUpEnds,
    IReadOnlyList<CompanyBadge> Companies,
    IReadOnlyList<string> BreakReasons,
    IReadOnlyList<DeskChoiceView> Dispositions);
