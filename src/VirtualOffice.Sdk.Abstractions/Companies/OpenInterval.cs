namespace VirtualOffice.Sdk.Companies;

/// <summary>An interval of one day of the week in which a company takes calls.</summary>
/// <param name="Day">The day on which it begins.</param>
/// <param name="From">Its beginning, included.</param>
/// <param name="To">Its end, excluded. Not later than <paramref name="From"/> means on the next day; <c>00:00</c> is midnight at the end of the day.</param>
public sealed record OpenInterval(DayOfWeek Day, TimeOnly From, TimeOnly To);
