using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Operators;

namespace VirtualOffice.Sdk.Calls;

/// <summary>A stretch of a call's time, for usage and loss reports. Segments follow each other without gaps from receipt to end.</summary>
/// <param name="Kind">Who or what served the caller.</param>
/// <param name="From">Its beginning, UTC.</param>
/// <param name="To">Its end, UTC; null while it lasts.</param>
/// <param name="Operator">The operator, where there was one.</param>
/// <param name="Employee">The employee, where there was one.</param>
public sealed record CallSegment(CallSegmentKind Kind, DateTimeOffset From, DateTimeOffset? To, OperatorId? Operator, EmployeeId? Employee);
