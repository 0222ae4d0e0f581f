namespace VirtualOffice.Sdk.Companies;

/// <summary>People who are on call by turns.</summary>
/// <param name="Members">Who, in the order of their turns.</param>
/// <param name="Every">How long a turn is.</param>
/// <param name="From">The day of the first handover: the first member's turn begins. The weekday of a week's handovers.</param>
/// <param name="Handover">The time of a handover, in the company's time; one that the clock jumps over is at the jump, one that comes twice is the first time.</param>
public sealed record OnCallRotation(IReadOnlyList<EmployeeId> Members, OnCallPeriod Every, DateOnly From, TimeOnly Handover);
