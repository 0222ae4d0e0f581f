using VirtualOffice.Sdk.Companies;
using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Calls;

/// <summary>Somebody, or one of their numbers, who was not dialled in a transfer.</summary>
/// <param name="Employee">Who; null for a number dialled by hand.</param>
/// <param name="Number">The number; null when none of the employee's was dialled.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">Why, in words: until when somebody is away and who stands in, for example.</param>
public sealed record SkippedNumber(EmployeeId? Employee, PhoneNumber? Number, SkipReason Reason, string Detail);
