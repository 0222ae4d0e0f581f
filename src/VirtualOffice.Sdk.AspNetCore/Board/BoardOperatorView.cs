using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>An operator on the board.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="State">What the operator does.</param>
/// <param name="Reason">Why, for a break.</param>
/// <param name="Since">Since when.</param>
/// <param name="Companies">The ids of those the operator serves.</param>
/// <param name="Call">The call offered or served.</param>
/// <param name="CallCompany">The id of whose call it is.</param>
/// <param name="HasDesk">Whether a desk is open in a browser.</param>
/// <param name="DeskLostAt">Since when the desk is silent although the operator has a caller; null when it is not.</param>
internal sealed record BoardOperatorView(
    string Id,
    string Name,
    OperatorState State,
    string? Reason,
    DateTimeOffset Since,
    IReadOnlyList<string> Companies,
    string? Call,
    string? CallCompany,
    bool HasDesk,
    DateTimeOffset? DeskLostAt);
