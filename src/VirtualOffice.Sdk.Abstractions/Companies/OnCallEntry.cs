namespace VirtualOffice.Sdk.Companies;

/// <summary>A time for which an on-call list names people.</summary>
/// <param name="From">Its beginning, in the company's time, included.</param>
/// <param name="To">Its end, in the company's time, excluded.</param>
/// <param name="Who">Who is on call, in the order in which they are dialled.</param>
public sealed record OnCallEntry(DateTime From, DateTime To, IReadOnlyList<EmployeeId> Who);
