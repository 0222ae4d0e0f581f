using VirtualOffice.Sdk.AspNetCore.Api;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.AspNetCore.Corner;

/// <summary>A message in a company's list. What came from the caller is untrusted text.</summary>
internal sealed record CornerMessageItem(
    string Call, string? Caller, string? CallerName, string? EmployeeName, MessageUrgency Urgency, MessageView Message, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy);
