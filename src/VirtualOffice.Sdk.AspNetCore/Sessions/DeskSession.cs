using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.AspNetCore.Sessions;

/// <summary>An operator's desk that is open in a browser.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Epoch">Which of the operator's desks it is: the latest one commands, all earlier ones are fenced.</param>
/// <param name="OpenedAt">When it was opened, UTC.</param>
/// <param name="RenewedAt">When the browser was last heard of, on the monotonic clock.</param>
internal sealed record DeskSession(OperatorId Operator, long Epoch, DateTimeOffset OpenedAt, long RenewedAt);
