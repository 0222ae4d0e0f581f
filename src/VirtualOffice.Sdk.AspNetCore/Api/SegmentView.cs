using VirtualOffice.Sdk.Calls;

namespace VirtualOffice.Sdk.AspNetCore.Api;

internal sealed record SegmentView(CallSegmentKind Kind, DateTimeOffset From, DateTimeOffset? To, string? Operator, string? Employee);
