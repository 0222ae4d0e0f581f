using VirtualOffice.Sdk.Calls;

namespace FrontDesk.Api;

internal sealed record SegmentView(CallSegmentKind Kind, DateTimeOffset From, DateTimeOffset? To, string? Operator, string? Employee);
