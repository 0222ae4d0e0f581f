namespace VirtualOffice.Sdk.Companies;

/// <summary>A time in which nobody is on call.</summary>
/// <param name="List">The on-call list.</param>
/// <param name="From">Its beginning, in the company's time.</param>
/// <param name="To">Its end, in the company's time; that of the search when it goes on.</param>
public sealed record OnCallGap(OnCallListId List, DateTimeOffset From, DateTimeOffset To);
