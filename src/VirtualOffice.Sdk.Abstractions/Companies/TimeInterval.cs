namespace VirtualOffice.Sdk.Companies;

/// <summary>Hours of a day, in the company's time.</summary>
/// <param name="From">Their beginning, included.</param>
/// <param name="To">Their end, excluded. Not later than <paramref name="From"/> means on the next day; <c>00:00</c> is midnight at the end of the day.</param>
public readonly record struct TimeInterval(TimeOnly From, TimeOnly To);
