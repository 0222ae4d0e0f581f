using VirtualOffice.Sdk.AspNetCore.Operating;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>Something a supervisor should look at now.</summary>
/// <param name="Kind">What: <c>waiting</c>, <c>wait</c>, <c>nobody</c>, <c>desk</c> or <c>office</c>.</param>
/// <param name="Company">Whose callers are concerned.</param>
/// <param name="Operator">The operator's name who is concerned.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Since">Since when.</param>
/// <param name="Text">What is wrong, where no other field says so.</param>
internal sealed record BoardAlarmView(string Kind, CompanyBadge? Company = null, string? Operator = null, int? Count = null, DateTimeOffset? Since = null, string? Text = null);
