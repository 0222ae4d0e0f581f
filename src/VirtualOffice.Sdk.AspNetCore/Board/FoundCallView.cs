using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.AspNetCore.Operating;

namespace VirtualOffice.Sdk.AspNetCore.Board;

/// <summary>A call with everything that happened in it.</summary>
internal sealed record FoundCallView(CallView Call, CompanyBadge? Company, string? OperatorName, IReadOnlyList<TimelineEntry> Timeline, UnwrittenView? Unwritten);
